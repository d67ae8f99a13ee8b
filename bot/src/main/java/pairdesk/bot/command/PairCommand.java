package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Words;
import pairdesk.bot.review.CandidateSheet;
import pairdesk.bot.review.EdgeNow;
import pairdesk.bot.review.EdgeText;
import pairdesk.bot.review.Terms;
import pairdesk.bot.text.Texts;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.Verdict;
import pairdesk.persistence.Pairs;

/** Everything about one pair, typed or chosen from a list. */
final class PairCommand implements SlashCommand, ButtonAction {
  private static final String NAME = "pair";
  private static final int EXECUTIONS = 5;
  private static final int DECISIONS = 8;
  private static final List<Integer> TIMES_SMALLEST = List.of(4, 20);

  private final Desk desk;
  private final PairIndex index;

  PairCommand(Desk desk, PairIndex index) {
    this.index = index;
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        NAME,
        "One pair: rules that differ, edge now, positions, limits, what was decided",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(PairOption.option("Number of the pair").must()),
        "/pair pair:42");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return index.suggest(EnumSet.allOf(PairStatus.class), typed);
  }

  static ButtonId id(PairId pair) {
    return ButtonId.of(NAME, pair);
  }

  @Override
  public Set<String> actions() {
    return Set.of(NAME);
  }

  @Override
  public Role role() {
    return spec().role();
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.CALLER;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    if (id.arguments().size() != 1) {
      throw BadInput.of("button.staleAsk", "/list_pairs");
    }
    return answer(new Input(caller, role(), Map.of(PairOption.NAME, id.arguments().getFirst())));
  }

  @Override
  public Answer answer(Input input) {
    Pairs.Listed listed = PairOption.read(desk, input);
    Pair pair = listed.pair();
    EngineView view = desk.view();
    Texts texts = input.texts();
    Answer.Reply shown = CandidateSheet.of(desk, listed, texts);
    Card card =
        shown
            .card()
            .withLine(texts.say("pair.edgeOfMore"), edges(pair, texts))
            .withLine(texts.say("pair.limits"), limits(pair, view, texts))
            .withLine(texts.say("pair.held"), held(pair, view, texts))
            .withLine(texts.say("pair.lastFound"), lastFound(pair, view, texts))
            .withLine(texts.say("pair.executions"), executions(pair, texts))
            .withLine(texts.say("pair.decisions"), decisions(pair, texts));
    return new Answer.Reply(card, shown.buttons(), shown.audience());
  }

  /** Of larger bundles than the card tells. */
  private String edges(Pair pair, Texts texts) {
    EdgeNow now = EdgeNow.followed(desk);
    Quantity least = EdgeNow.smallest(desk);
    List<String> lines =
        TIMES_SMALLEST.stream()
            .map(times -> Quantity.ofE6(Math.multiplyExact(least.e6(), times)))
            .filter(size -> now.best(pair, size).isPresent())
            .map(size -> new EdgeText(now, texts).ways(pair, size))
            .toList();
    return lines.isEmpty()
        ? texts.say("pair.noEdge")
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts);
  }

  private static String limits(Pair pair, EngineView view, Texts texts) {
    Limits limits = view.desk().limits().inForce();
    String own = Terms.text(pair.terms(), texts);
    return (own.isEmpty() ? "" : texts.say("pair.ownLimits", own) + "\n")
        + (pair.tactic() == null
            ? ""
            : texts.say("pair.boughtBy", SetPlanCommand.word(pair.tactic())) + "\n")
        + texts.say(
            "pair.deskLimits",
            Numbers.dollars(limits.capital().oneTrade().at(view.wealth().risk().capital())),
            Numbers.dollars(limits.capital().committed().market()),
            Numbers.span(limits.quality().maxBookAge()),
            limits.quality().maxSlippage());
  }

  private static String held(Pair pair, EngineView view, Texts texts) {
    List<String> lines =
        Stream.concat(
                held(pair, view.wealth(), "LIVE", texts),
                held(pair, view.paper().wealth(), "PAPER", texts))
            .toList();
    return lines.isEmpty()
        ? texts.say("pair.nothingHeld")
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts);
  }

  private static Stream<String> held(
      Pair pair, EngineView.Wealth wealth, String account, Texts texts) {
    return wealth.positions().stream()
        .filter(position -> !position.quantity().isZero())
        .filter(position ->
            Stream.of(pair.left(), pair.right()).anyMatch(position.instrument().market()::equals))
        .map(position -> account + " · " + held(position, texts));
  }

  private static String held(Position position, Texts texts) {
    return texts.say(
        "pair.position",
        position.instrument().venue().label(),
        position.instrument().outcome(),
        Numbers.shares(position.quantity(), texts),
        Numbers.average(position.cost(), position.quantity()),
        Numbers.dollars(position.fees()));
  }

  private static String lastFound(Pair pair, EngineView view, Texts texts) {
    return view.trading().opportunities().stream()
        .flatMap(seen -> found(seen, pair, texts).stream())
        .findFirst()
        .orElse(texts.say("pair.nothingFound"));
  }

  private static Optional<String> found(EngineView.Seen seen, Pair pair, Texts texts) {
    return switch (seen.opportunity()) {
      case Opportunity.Bundle bundle when pair.id().equals(bundle.pair()) ->
          Optional.of(
              texts.say(
                  "pair.found",
                  Numbers.ago(bundle.at()),
                  Numbers.shares(bundle.shares(), texts),
                  Numbers.signed(bundle.edge().net()),
                  said(seen.verdict(), texts)));
      case Opportunity.Bundle _ -> Optional.empty();
    };
  }

  private static String said(Verdict verdict, Texts texts) {
    return switch (verdict) {
      case Verdict.Allow() -> "✅ " + texts.say("verdict.allowed");
      case Verdict.Shrink(var shares, var rule, var why) ->
          "✅ "
              + texts.say("verdict.allowedBy", Numbers.shares(shares, texts), rule)
              + ": "
              + Shown.line(why, 120);
      case Verdict.Refuse(var rule, var why) -> "⛔ `" + rule + "`: " + Shown.line(why, 120);
    };
  }

  private String executions(Pair pair, Texts texts) {
    List<String> lines =
        desk.rows().history().executionsOf(pair.id(), EXECUTIONS).stream()
            .map(execution -> line(execution, texts))
            .toList();
    return lines.isEmpty()
        ? texts.say("pair.noExecution")
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts);
  }

  private static String line(ExecutionSnapshot execution, Texts texts) {
    return texts.say(
        "pair.execution",
        Numbers.ago(execution.times().started()),
        execution.mode(),
        execution.state(),
        Numbers.shares(execution.planned(), texts),
        Numbers.signed(execution.result().expected()),
        Numbers.signed(execution.result().realised()));
  }

  private String decisions(Pair pair, Texts texts) {
    List<String> lines =
        desk.rows().pairs().reviews(pair.id(), DECISIONS).stream()
            .map(review ->
                texts.say(
                        "pair.decision",
                        Numbers.ago(review.at()),
                        Words.state(review.status(), texts),
                        Shown.line(review.by(), 32))
                    + (review.note().isEmpty() ? "" : ": " + Shown.line(review.note(), 120)))
            .toList();
    return lines.isEmpty()
        ? texts.say("pair.noDecision")
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts);
  }
}
