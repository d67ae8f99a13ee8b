package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.render.Shown;
import pairdesk.bot.review.ResetBreakerAction;
import pairdesk.bot.text.Texts;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Breakers;

/** Ends an automatic stop before its time; asks first. */
final class ResetBreakerCommand implements SlashCommand {
  private static final String NAME = "name";

  private final Desk desk;

  ResetBreakerCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "reset_breaker",
        "Reset a breaker before its time; shows what that means and asks first",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(Option.text(NAME, "Name of the breaker, as in /status").must().completing()),
        "/reset_breaker name:failed-executions");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return desk.view().desk().breakers().stream()
        .map(BreakerState::name)
        .filter(name -> Breakers.isResettable(name) && name.contains(typed))
        .map(name -> new Suggestion(name, name))
        .toList();
  }

  @Override
  public Answer answer(Input input) {
    String name = input.text(NAME).orElseThrow();
    BreakerState state =
        ResetBreakerAction.tripped(desk, name)
            .orElseThrow(() -> BadInput.of("breaker.none", Shown.code(name, 40)));
    if (!Breakers.isResettable(name)) {
      throw BadInput.of("breaker.waits", Shown.code(name, 40));
    }
    return ResetBreakerAction.question(desk, state, input.caller());
  }
}
