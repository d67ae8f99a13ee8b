package pairdesk.bot.report;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.persistence.Lease;
import pairdesk.persistence.Markets;
import pairdesk.persistence.PostgresIntents;
import pairdesk.persistence.PostgresJournal;

/** Writes one busy day into the database of a scene, as the desk writes it. */
public final class BusyDay {
  static final Instant NOW = Scene.NOW;

  private BusyDay() {}

  /** The first pair has a title that a spreadsheet would take for a formula. */
  public static void write(Scene scene) {
    pairs(scene);
    var lease = new Lease(scene.database, "main", "test", () -> NOW);
    Lease.Held held = assertInstanceOf(Lease.Taken.Ours.class, lease.take()).held();
    try (var journal =
        new PostgresJournal(scene.database, held, () -> NOW, PostgresJournal.Room.DEFAULTS)) {
      var live = new Controls(Mode.LIVE, false, "");
      journal.append(List.of(new JournalRecord.ControlChanged(live, NOW, "live", "ada", NOW)));
      found(journal);
      journal.flush();
      orders(new PostgresIntents(scene.database, () -> held));
      journal.append(
          List.of(
              moved("c0", OrderState.SENT, "0"),
              moved("c0", OrderState.FILLED, "50"),
              moved("c1", OrderState.SENT, "0"),
              new JournalRecord.FillBooked(fill("t0", "c0", Samples.kalshi(1).yes())),
              new JournalRecord.FillBooked(fill("t1", "p0", Samples.kalshi(1).yes())),
              new JournalRecord.FillBooked(fill("t2", "p2", Samples.kalshi(2).yes())),
              new JournalRecord.PayoutBooked(
                  Mode.PAPER, Samples.kalshi(2), 10_000, Usd.ofDollars(50), NOW),
              new JournalRecord.PositionChanged(held(), NOW),
              new JournalRecord.PnlChanged(day(0, VenueId.KALSHI, "1.25")),
              new JournalRecord.PnlChanged(day(0, VenueId.POLYMARKET, "-0.4")),
              new JournalRecord.PnlChanged(day(1, VenueId.KALSHI, "2"))));
      journal.flush();
    }
    lease.release(held);
  }

  private static void pairs(Scene scene) {
    for (int n = 1; n <= 2; n++) {
      var kalshi = Samples.market(Samples.kalshi(n), "=1+1, rain on day " + n + "?", "Rules.");
      var poly = Samples.market(Samples.polymarket(n), "Rain, day " + n, "Rules.");
      scene.rows.markets().save(VenueId.KALSHI, List.of(new Markets.Seen(kalshi, "h")), NOW);
      scene.rows.markets().save(VenueId.POLYMARKET, List.of(new Markets.Seen(poly, "h")), NOW);
      scene.matches.proposals.add(Samples.proposal(n, 90 + n, "hash" + n));
      scene.desk.markets.put(kalshi.id(), kalshi);
      scene.desk.markets.put(poly.id(), poly);
    }
    scene.run(scene.operator(), "find_matches");
    scene.run(scene.operator(), "approve_pair", "pair", "1");
  }

  private static void found(PostgresJournal journal) {
    judged(journal, "o1", 600, new Verdict.Allow());
    judged(
        journal, "o2", 300, new Verdict.Shrink(Quantity.ofShares(20), "one-trade", "$20 a trade"));
    judged(
        journal,
        "o3",
        60,
        new Verdict.Refuse("book-age", "kalshi:KXRAIN-1 YES: 5200 ms of less than 5000"));
    journal.append(
        List.of(
            new JournalRecord.ExecutionChanged(
                Samples.execution("e1", ExecutionState.COMPLETE, "50", "1.06", NOW)),
            new JournalRecord.ExecutionChanged(
                Samples.onPaper(Samples.execution("p1", ExecutionState.UNEVEN, "45", "0", NOW)))));
  }

  private static void judged(PostgresJournal journal, String id, int ago, Verdict verdict) {
    var found = Samples.opportunity(id, new PairId(1), NOW.minusSeconds(ago));
    journal.append(
        List.of(
            new JournalRecord.OpportunityFound(found),
            new JournalRecord.VerdictGiven(
                new VerdictRecord("v" + id, found.id(), verdict, 1, found.at()))));
  }

  private static void orders(PostgresIntents intents) {
    commit(intents, Mode.LIVE, order("c0", 0, "e1"), 0);
    commit(intents, Mode.LIVE, order("c1", 1, "e1"), 1);
    commit(intents, Mode.PAPER, order("p0", 0, "p1"), 2);
    commit(intents, Mode.PAPER, order("p2", Samples.kalshi(2).yes(), 1, "p1"), 3);
  }

  private static void commit(PostgresIntents intents, Mode mode, PreparedOrder order, int later) {
    var outcome = intents.commit(mode, List.of(order), List.of(), NOW.plusSeconds(later));
    assertInstanceOf(IntentStore.Outcome.Committed.class, outcome, outcome::toString);
  }

  private static PreparedOrder order(String id, int leg, String execution) {
    Instrument what = leg == 0 ? Samples.kalshi(1).yes() : Samples.polymarket(1).no();
    return order(id, what, leg, execution);
  }

  private static PreparedOrder order(String id, Instrument what, int leg, String execution) {
    return new PreparedOrder(
        new OrderIntent(
            new ClientOrderId(id),
            new OrderIntent.Origin(
                new ExecutionId(execution), leg, 1, Purpose.ENTRY, new PairId(1)),
            what,
            new OrderIntent.Terms(
                Side.BUY, Quantity.ofShares(50), Price.parse("0.4"), TimeInForce.IOC, false, null),
            new Approval("vo1", 1, Usd.parse("20.84"), NOW.plusSeconds(60))),
        "key" + id,
        "{}");
  }

  private static JournalRecord moved(String id, OrderState state, String filled) {
    return new JournalRecord.OrderMoved(
        new ClientOrderId(id), state, "v" + id, Quantity.parse(filled), "test", NOW);
  }

  private static Fill fill(String trade, String order, Instrument what) {
    return new Fill(
        new Fill.Key("kalshi", trade, "v" + order),
        new ClientOrderId(order),
        what,
        Side.BUY,
        Quantity.ofShares(50),
        Price.parse("0.39"),
        Usd.parse("0.8327"),
        Fill.Liquidity.TAKER,
        FillStatus.FINAL,
        NOW);
  }

  private static Position held() {
    return new Position(
        Samples.kalshi(1).yes(),
        Quantity.ofShares(50),
        Quantity.ZERO,
        Usd.parse("19.5"),
        Usd.parse("0.8327"),
        Usd.ZERO);
  }

  private static PnlDay day(int ago, VenueId venue, String realised) {
    return new PnlDay(
        LocalDate.of(2026, 11, 20).minusDays(ago),
        venue,
        "cross-venue",
        new PairId(1),
        Usd.parse(realised),
        Usd.parse("0.25"));
  }
}
