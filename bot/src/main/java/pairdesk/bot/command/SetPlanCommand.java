package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.PairTactics;
import pairdesk.persistence.Pairs;

/** How one pair is bought, whatever the desk's setting says. */
final class SetPlanCommand implements SlashCommand {
  private static final String PLAN = "plan";
  private static final String SETTING = "setting";

  private final Desk desk;
  private final PairIndex index;

  SetPlanCommand(Desk desk, PairIndex index) {
    this.desk = desk;
    this.index = index;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "set_plan",
        "How a pair is bought: both legs at once, one after the other, or by a bid that rests",
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        List.of(
            PairOption.option("Number of the pair").must(),
            Option.choice(PLAN, "How; setting: as EXECUTION_PLAN says", plans()).must()),
        "/set_plan pair:42 plan:maker_taker");
  }

  private static String[] plans() {
    return Stream.concat(Stream.of(SETTING), Stream.of(Tactic.values()).map(SetPlanCommand::word))
        .toArray(String[]::new);
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return index.suggest(EnumSet.of(PairStatus.APPROVED, PairStatus.PAUSED), typed);
  }

  @Override
  public Answer answer(Input input) {
    Pair pair = PairOption.read(desk, input).pair();
    var choice = new PairTactics.Choice(pair.id(), wanted(input), input.caller().request());
    return switch (desk.rows().tactics().choose(choice, desk.clock().instant())) {
      case Pairs.Decided.Refused(var why) -> Answer.refusal(input.texts(), why);
      case Pairs.Decided.Waiting(var same) -> done(same, "");
      case Pairs.Decided.Repeated(var same) -> done(same, "");
      case Pairs.Decided.Done(var changed) -> told(changed, input);
    };
  }

  private Answer told(Pair changed, Input input) {
    var request =
        new OperatorRequest.ChooseTactic(changed.id(), changed.tactic(), input.caller().actor());
    return switch (desk.ask(request)) {
      case OperatorReply.Done _ -> done(changed, "");
      case OperatorReply.Refused(var why) ->
          done(changed, " " + desk.texts().say("answer.stored") + " " + why);
    };
  }

  private Answer done(Pair pair, String more) {
    Tactic tactic = pair.tactic();
    String how =
        tactic == null
            ? desk.texts().say("plan.setting", pair.id())
            : desk.texts().say("plan.own", pair.id(), word(tactic));
    return Answer.toChannel(Card.of(Tone.GOOD, desk.texts().say("answer.done"), how + more));
  }

  private static @Nullable Tactic wanted(Input input) {
    String typed = input.text(PLAN).orElse("");
    if (typed.equals(SETTING)) {
      return null;
    }
    return Stream.of(Tactic.values())
        .filter(tactic -> word(tactic).equals(typed))
        .findFirst()
        .orElseThrow(() -> BadInput.of("option.wants.choice", PLAN, String.join(", ", plans())));
  }

  static String word(Tactic tactic) {
    return tactic.name().toLowerCase(Locale.ROOT);
  }
}
