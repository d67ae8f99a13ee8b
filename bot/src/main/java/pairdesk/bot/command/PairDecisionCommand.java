package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.review.Decisions;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;

/** Pausing, resuming and rejecting a pair by its number: one shape, one line each. */
final class PairDecisionCommand implements SlashCommand {
  private static final Option REASON = Option.text("reason", "Why, for the record");
  private static final Option CHOSEN =
      Option.choice(
          "reason",
          "Why",
          "different event",
          "different resolution",
          "different deadline",
          "other");
  private static final Option NOTE = Option.text("note", "More, for the record");

  private final Desk desk;
  private final PairIndex index;
  private final Decisions decisions;
  private final Change change;

  /**
   * What is decided.
   *
   * @param from states of the pairs that are suggested
   * @param words options that say why
   */
  private record Change(
      String name,
      String description,
      Decisions.Kind kind,
      Set<PairStatus> from,
      List<Option> words) {}

  private PairDecisionCommand(Desk desk, PairIndex index, Change change) {
    this.index = index;
    this.desk = desk;
    this.decisions = new Decisions(desk);
    this.change = change;
  }

  static SlashCommand pause(Desk desk, PairIndex index) {
    return new PairDecisionCommand(
        desk,
        index,
        new Change(
            "pause_pair",
            "Pause a pair: nothing new is begun on it, what runs is finished",
            Decisions.Kind.PAUSE,
            EnumSet.of(PairStatus.APPROVED),
            List.of(REASON)));
  }

  static SlashCommand resume(Desk desk, PairIndex index) {
    return new PairDecisionCommand(
        desk,
        index,
        new Change(
            "resume_pair",
            "Trade a paused pair again",
            Decisions.Kind.RESUME,
            EnumSet.of(PairStatus.PAUSED),
            List.of(REASON)));
  }

  static SlashCommand reject(Desk desk, PairIndex index) {
    return new PairDecisionCommand(
        desk,
        index,
        new Change(
            "reject_pair",
            "Reject a pair: it is not proposed again",
            Decisions.Kind.REJECT,
            EnumSet.of(
                PairStatus.PROPOSED, PairStatus.APPROVED, PairStatus.PAUSED, PairStatus.SUSPENDED),
            List.of(CHOSEN, NOTE)));
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        change.name(),
        change.description(),
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        Stream.concat(
                Stream.of(PairOption.option("Number of the pair").must()), change.words().stream())
            .toList(),
        "/" + change.name() + " pair:42");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return index.suggest(change.from(), typed);
  }

  @Override
  public Answer answer(Input input) {
    return PairChange.answer(
        desk,
        input,
        decisions.decide(
            input.caller(),
            PairOption.read(desk, input).pair().id(),
            change.kind(),
            "",
            why(input)));
  }

  private String why(Input input) {
    return change.words().stream()
        .flatMap(option -> input.text(option.name()).stream())
        .collect(Collectors.joining(" · "));
  }
}
