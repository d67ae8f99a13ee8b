package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.review.Decisions;
import pairdesk.engine.market.PairStatus;

/** Reject a pair: it is not proposed again. */
final class RejectPairCommand implements SlashCommand {
  private final Desk desk;
  private final Decisions decisions;

  RejectPairCommand(Desk desk) {
    this.desk = desk;
    this.decisions = new Decisions(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "reject_pair",
        "Reject a pair: it is not proposed again",
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        List.of(
            PairOption.option("Number of the pair").must(),
            Option.choice(
                "reason",
                "Why",
                "different event",
                "different resolution",
                "different deadline",
                "other"),
            Option.text("note", "More, for the record")),
        "/reject_pair pair:42");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed) {
    return PairOption.suggest(
        desk,
        EnumSet.of(
            PairStatus.PROPOSED, PairStatus.APPROVED, PairStatus.PAUSED, PairStatus.SUSPENDED),
        typed);
  }

  @Override
  public Answer answer(Input input) {
    return PairChange.answer(
        decisions.decide(
            input.caller(),
            PairOption.read(desk, input).pair().id(),
            Decisions.Kind.REJECT,
            "",
            String.join(
                " · ", input.text("reason").orElse("other"), input.text("note").orElse(""))));
  }
}
