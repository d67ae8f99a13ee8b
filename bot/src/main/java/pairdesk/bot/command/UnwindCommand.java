package pairdesk.bot.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.review.UnwindAction;
import pairdesk.bot.text.Texts;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.money.Usd;

/** Evens out one execution at once: shows what that means, and asks first where it is meant. */
final class UnwindCommand implements SlashCommand {
  private static final String EXECUTION = "execution";
  private static final String MAX_LOSS = "max_loss";
  private static final String DRY_RUN = "dry_run";

  private static final Usd MOST = Usd.ofDollars(1_000_000);

  private final Desk desk;

  UnwindCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "unwind",
        "Even out one execution at once: what it would lose now, and the button that does it",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(
            Option.text(EXECUTION, "Id of the execution").must().completing(),
            Option.text(MAX_LOSS, "Not begun where the books say that it loses more: $5"),
            Option.yesNo(DRY_RUN, "Only show what it means (default: true)")),
        "/unwind execution:019f00000000000000000000000 max_loss:$5 dry_run:false");
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
    boolean dry = input.text(DRY_RUN).isEmpty() || input.yes(DRY_RUN);
    return UnwindAction.answer(
        desk, execution, new UnwindAction.Wish(maxLoss(input), dry), input.caller());
  }

  private static @Nullable Usd maxLoss(Input input) {
    return input.text(MAX_LOSS).map(UnwindCommand::dollars).orElse(null);
  }

  private static Usd dollars(String typed) {
    String wanted = "unwind.maxWanted";
    try {
      Usd dollars = Usd.parse(typed.replaceFirst("^\\$", ""));
      if (dollars.isNegative() || dollars.isGreaterThan(MOST)) {
        throw BadInput.of(wanted, Shown.line(typed, 40), Numbers.dollars(MOST));
      }
      return dollars;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw BadInput.of(e, wanted, Shown.line(typed, 40), Numbers.dollars(MOST));
    }
  }
}
