package pairdesk.bot.command;

import java.util.Arrays;
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
import pairdesk.bot.review.SecondApproval;
import pairdesk.bot.review.SetLimitAction;
import pairdesk.bot.text.Texts;
import pairdesk.engine.risk.Dial;

/** Changes a limit while the desk runs: at once when it is the stricter, else after a question. */
final class SetLimitCommand implements SlashCommand {
  private static final String LIMIT = "limit";
  private static final String VALUE = "value";

  private final Desk desk;
  private final SecondApproval second;

  SetLimitCommand(Desk desk, SecondApproval second) {
    this.desk = desk;
    this.second = second;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "set_limit",
        "Change a limit: a stricter one at once, a looser one after you have seen what it means",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(
            Option.text(LIMIT, "Its name, as in /risk").must().completing(),
            Option.text(VALUE, "The new value in the limit's unit, for example $500 or 2 %")
                .must()),
        "/set_limit limit:one-trade value:500");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return Arrays.stream(Dial.values())
        .filter(dial -> dial.title().contains(typed))
        .map(dial ->
            new Suggestion(
                texts.say(
                    "limit.suggestion",
                    dial.title(),
                    dial.text(dial.read(SetLimitAction.inForce(desk)))),
                dial.title()))
        .toList();
  }

  @Override
  public Answer answer(Input input) {
    String name = input.text(LIMIT).orElseThrow();
    Dial dial = Dial.of(name).orElseThrow(() -> BadInput.of("limit.none", Shown.code(name, 40)));
    long value = value(dial, input.text(VALUE).orElseThrow());
    var action = new SetLimitAction(desk, second);
    return dial.isBolder(dial.read(SetLimitAction.inForce(desk)), value)
        ? action.question(dial, value, input.caller())
        : action.tighten(dial, value, input.caller());
  }

  private long value(Dial dial, String typed) {
    try {
      long value = dial.parse(typed);
      dial.set(SetLimitAction.inForce(desk), value);
      return value;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw BadInput.of(
          e,
          "limit.wrong",
          Shown.line(typed, 40),
          Shown.line(String.valueOf(e.getMessage()), 120),
          dial.text(dial.read(SetLimitAction.inForce(desk))));
    }
  }
}
