package pairdesk.bot.scene;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.matching.review.Clause;
import pairdesk.matching.review.PairProposal;

/** One of each thing that the console shows. */
public final class Samples {
  public static final Instant CLOSE = Instant.parse("2026-12-31T23:00:00Z");

  private Samples() {}

  public static MarketId kalshi(int n) {
    return MarketId.kalshi("KXRAIN-" + n);
  }

  public static MarketId polymarket(int n) {
    return MarketId.polymarket("0x%064x".formatted(n));
  }

  public static Market market(MarketId id, String title, String rules) {
    return new Market(
        new Listing(
            id,
            "EVENT",
            new Listing.Texts("Rain", title, "", rules),
            new Listing.Names("", "Yes", "No", "Weather", id.code()),
            Listing.Strike.NONE,
            new Listing.Dates(CLOSE, CLOSE)),
        new Market.Terms(
            PriceGrid.uniform(100),
            Quantity.ofE6(10_000),
            Quantity.ofE6(10_000),
            Usd.ZERO,
            new FeeSchedule.Free()),
        new Market.Life(MarketStatus.OPEN, null, CLOSE, CLOSE, null),
        new Market.Address("", id.code(), id.code(), 0, false));
  }

  /**
   * Books of both sides of a pair, 1,000 shares a level and three levels a cent apart.
   *
   * @param bid of YES on Kalshi
   * @param noBid of NO on Polymarket
   */
  public static Map<Instrument, Book> books(
      int n, String bid, String ask, String noBid, String noAsk) {
    Book left = book(kalshi(n).yes(), bid, ask);
    Book right = book(polymarket(n).no(), noBid, noAsk);
    return Stream.of(left, left.mirrored(), right, right.mirrored())
        .collect(Collectors.toMap(Book::instrument, Function.identity()));
  }

  private static Book book(Instrument instrument, String bid, String ask) {
    return new Book(instrument, ladder(bid, -100), ladder(ask, 100), 1, Scene.NOW, Scene.NOW);
  }

  private static Ladder ladder(String best, int stepE4) {
    int first = Price.parse(best).e4();
    return Ladder.of(
        IntStream.range(0, 3)
            .mapToObj(n -> new Level(Price.ofE4(first + n * stepE4), Quantity.ofShares(1_000)))
            .toList());
  }

  public static PairProposal proposal(int n, int score, String rulesHash) {
    return new PairProposal(
        kalshi(n),
        polymarket(n),
        new PairProposal.Judgement(score / 100.0, Relation.SAME, List.of()),
        new PairProposal.Evidence(
            List.of("same city: Boston", "same day: 31 December 2026"),
            List.of(
                new Clause(
                    Clause.Topic.SOURCE,
                    "National Weather Service",
                    "Weather Underground",
                    Clause.Verdict.DIFFERENT),
                new Clause(Clause.Topic.CANCELLATION, "", "50-50", Clause.Verdict.NOT_STATED)),
            rulesHash));
  }

  public static Opportunity.Bundle opportunity(String id, @Nullable PairId pair, Instant at) {
    return new Opportunity.Bundle(
        new OpportunityId(id),
        "cross-venue",
        pair,
        List.of(leg(kalshi(1).yes(), "0.40"), leg(polymarket(1).no(), "0.55")),
        new Edge(
            Usd.ofDollars(50),
            Usd.parse("47.5"),
            Usd.parse("1.44"),
            Usd.parse("0.1"),
            Ratio.ofBps(912)),
        at);
  }

  private static Leg leg(Instrument instrument, String price) {
    return new Leg(
        instrument,
        Quantity.ofShares(50),
        Price.parse(price),
        Usd.parse("20"),
        Usd.parse("0.84"),
        new Leg.Reading(17, Duration.ofMillis(230)));
  }

  public static ExecutionSnapshot execution(
      String id, ExecutionState state, String boughtRight, String realised, Instant updated) {
    return new ExecutionSnapshot(
        new ExecutionId(id),
        new OpportunityId("o" + id),
        "cross-venue",
        new PairId(1),
        Mode.LIVE,
        state,
        Quantity.ofShares(50),
        1,
        List.of(
            legOf(kalshi(1).yes(), "50", "20", "0.84"),
            legOf(polymarket(1).no(), boughtRight, "27.5", "0.60")),
        new ExecutionSnapshot.Result(Usd.parse("0.96"), Usd.parse(realised), "both legs sent"),
        new ExecutionSnapshot.Times(updated.minusMillis(400), updated, null));
  }

  /** The same, on paper. */
  public static ExecutionSnapshot onPaper(ExecutionSnapshot live) {
    return new ExecutionSnapshot(
        live.id(),
        live.opportunity(),
        live.strategy(),
        live.pair(),
        Mode.PAPER,
        live.state(),
        live.planned(),
        live.paying(),
        live.legs(),
        live.result(),
        live.times());
  }

  /** The same, with these legs. */
  public static ExecutionSnapshot withLegs(
      ExecutionSnapshot of, List<ExecutionSnapshot.LegSnapshot> legs) {
    return new ExecutionSnapshot(
        of.id(),
        of.opportunity(),
        of.strategy(),
        of.pair(),
        of.mode(),
        of.state(),
        of.planned(),
        of.paying(),
        legs,
        of.result(),
        of.times());
  }

  /** A leg of which nothing was sold. */
  public static ExecutionSnapshot.LegSnapshot legOf(
      Instrument instrument, String bought, String spent, String fees) {
    return new ExecutionSnapshot.LegSnapshot(
        instrument,
        Price.parse("0.55"),
        Quantity.parse(bought),
        Quantity.ZERO,
        Quantity.ZERO,
        Usd.parse(spent),
        Usd.ZERO,
        Usd.parse(fees));
  }
}
