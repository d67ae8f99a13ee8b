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

/** Trade a paused pair again. */
final class ResumePairCommand implements SlashCommand {
  private final Desk desk;
  private final Decisions decisions;

  ResumePairCommand(Desk desk) {
    this.desk = desk;
    this.decisions = new Decisions(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "resume_pair",
        "Trade a paused pair again",
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        List.of(
            PairOption.option("Number of the pair").must(),
            Option.text("reason", "Why, for the record")),
        "/resume_pair pair:42");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed) {
    return PairOption.suggest(desk, EnumSet.of(PairStatus.PAUSED), typed);
  }

  @Override
  public Answer answer(Input input) {
    return PairChange.answer(
        decisions.decide(
            input.caller(),
            PairOption.read(desk, input).pair().id(),
            Decisions.Kind.RESUME,
            "",
            input.text("reason").orElse("")));
  }
}
