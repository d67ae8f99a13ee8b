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
import pairdesk.bot.review.UnwindAction;
import pairdesk.bot.text.Texts;
import pairdesk.engine.execution.ExecutionSnapshot;

/** Evens out one execution at once, whatever that loses within its bounds; asks first. */
final class UnwindCommand implements SlashCommand {
  private static final String EXECUTION = "execution";

  private final Desk desk;

  UnwindCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "unwind",
        "Even out one execution at once; shows what that means and asks first",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(Option.text(EXECUTION, "Id of the execution").must().completing()),
        "/unwind execution:019f00000000000000000000000");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return UnwindAction.uneven(desk).stream()
        .filter(execution -> execution.id().value().contains(typed))
        .map(execution ->
            new Suggestion(
                texts.say("unwind.suggestion", execution.state(), execution.unhedged()),
                execution.id().value()))
        .toList();
  }

  @Override
  public Answer answer(Input input) {
    String id = input.text(EXECUTION).orElseThrow();
    ExecutionSnapshot execution =
        UnwindAction.uneven(desk).stream()
            .filter(e -> e.id().value().equals(id))
            .findFirst()
            .orElseThrow(() -> BadInput.of("unwind.none", Shown.code(id, 40)));
    return UnwindAction.question(desk, execution, input.caller());
  }
}
