package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;

class PostgresJournalTest {
  private final Database database = Database.open(TestDatabase.fresh());
  private final Lease.Held held = TestDatabase.lease(database);
  private final PostgresJournal journal = journal(PostgresJournal.Room.DEFAULTS);

  @BeforeEach
  void anOrderIsCommitted() {
    new PostgresIntents(database, () -> held)
        .commit(
            Mode.LIVE, List.of(Samples.order("A1", Purpose.HEDGE, null)), List.of(), Samples.NOW);
  }

  private PostgresJournal journal(PostgresJournal.Room room) {
    return new PostgresJournal(database, held, InstantSource.fixed(Samples.NOW), room);
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  private Recovered afterWriting(JournalRecord... rows) {
    journal.append(List.of(rows));
    journal.flush();
    return new Recovery(database).load(Samples.NOW);
  }

  @Test
  @Tag("fault:K8")
  void whatIsAppendedTogetherIsOfOneCommit() {
    var rows =
        IntStream.range(0, 1_200)
            .mapToObj(i -> new BreakerState("breaker-" + i, "tripped", Samples.NOW, null))
            .<JournalRecord>map(JournalRecord.BreakerTripped::new)
            .toList();
    journal.append(rows);
    journal.flush();
    assertEquals(
        List.of("1200 rows of 1 commits"),
        database.read(db ->
            db.fetchValues(
                "select count(*) || ' rows of ' || count(distinct xmin::text) || ' commits' from breaker_trip",
                String.class)));
  }

  @Test
  void readsBackWhatWasWritten() {
    var execution = Samples.execution(ExecutionState.WORKING);
    var fill = Samples.fill("t1", "A1", FillStatus.PROVISIONAL);
    var cash = new CashPosition(VenueId.KALSHI, 2, Usd.parse("100.5"), Usd.parse("3"), Samples.NOW);
    var pnl =
        new PnlDay(
            LocalDate.parse("2026-11-20"),
            VenueId.KALSHI,
            "cross-venue",
            null,
            Usd.ZERO,
            Usd.ofCents(33));
    var breaker = new BreakerState("latency", "p95 900 ms > 500 ms", Samples.NOW, null);
    var payout =
        new JournalRecord.PayoutBooked(
            Mode.LIVE, MarketId.kalshi("KXOLD"), 10_000, Usd.ofDollars(5), Samples.NOW);

    var recovered =
        afterWriting(
            new JournalRecord.ExecutionChanged(execution),
            new JournalRecord.FillBooked(fill),
            new JournalRecord.CashChanged(cash, Samples.NOW),
            new JournalRecord.PnlChanged(pnl),
            new JournalRecord.BreakerTripped(breaker),
            new JournalRecord.HighWaterChanged(Usd.ofDollars(900), Samples.NOW),
            new JournalRecord.ControlChanged(
                new Controls(Mode.PAPER, true, "looking"),
                Samples.NOW,
                "halt",
                "alice",
                Samples.NOW),
            payout);

    assertEquals(List.of(execution), recovered.openExecutions());
    assertEquals(List.of(fill), recovered.fills());
    assertEquals(
        new Recovered.Money(List.of(cash), List.of(pnl), Usd.ofDollars(900)), recovered.money());
    assertEquals(List.of(breaker), recovered.breakers());
    assertEquals(new Controls(Mode.PAPER, true, "looking"), recovered.controls());
    assertEquals(List.of(payout), recovered.payouts());
    assertEquals(
        List.of(OrderState.INTENDED), recovered.orders().stream().map(o -> o.state()).toList());
  }

  @Test
  void whatWasJudgedInARowIsWrittenWhole() {
    var flat = new JournalRecord.PositionChanged(Position.flat(Samples.YES), Samples.NOW);
    journal.append(
        List.of(
            gap("o1"),
            verdict("o1"),
            gap("o2"),
            gap("o3"),
            verdict("o2"),
            flat,
            verdict("o3"),
            gap("o3")));
    journal.flush();
    assertEquals(
        List.of(List.of("o1", "o2", "o3"), List.of("v-o1", "v-o2", "v-o3")),
        database.read(db ->
            List.of(
                db.fetch("select id from opportunity order by id").getValues(0),
                db.fetch("select id from verdict order by id").getValues(0))));
    int legs = database.read(db -> db.fetchCount(DSL.table("opportunity_leg")));
    assertEquals(6, legs, "two each");
  }

  private static JournalRecord gap(String id) {
    Opportunity.Bundle one = Samples.opportunity();
    return new JournalRecord.OpportunityFound(
        new Opportunity.Bundle(
            new OpportunityId(id), one.strategy(), one.pair(), one.legs(), one.edge(), one.at()));
  }

  private static JournalRecord verdict(String gap) {
    return new JournalRecord.VerdictGiven(
        new VerdictRecord(
            "v-" + gap,
            new OpportunityId(gap),
            new Verdict.Refuse("book-age", "3 s"),
            7,
            Samples.NOW));
  }

  @Test
  @Tag("fault:D11")
  void writingTwiceChangesNothing() {
    var fill = new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL));
    var pnl =
        new JournalRecord.PnlChanged(
            new PnlDay(
                LocalDate.parse("2026-11-20"),
                VenueId.KALSHI,
                "cross-venue",
                new PairId(3),
                Usd.ofCents(1),
                Usd.ofCents(2)));
    var position = new JournalRecord.PositionChanged(Position.flat(Samples.YES), Samples.NOW);

    var recovered = afterWriting(fill, fill, pnl, pnl, position, position);

    assertEquals(1, recovered.fills().size());
    assertEquals(1, recovered.money().pnl().size());
  }

  @Test
  void aFillNeverBecomesLessCertain() {
    var recovered =
        afterWriting(
            new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL)),
            new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.PROVISIONAL)),
            new JournalRecord.FillBooked(Samples.fill("t2", "A1", FillStatus.PROVISIONAL)),
            new JournalRecord.FillBooked(Samples.fill("t2", "A1", FillStatus.VOIDED)));

    assertEquals(
        List.of(FillStatus.FINAL, FillStatus.VOIDED),
        recovered.fills().stream().map(f -> f.status()).toList());
  }

  @Test
  void aFinalFillMayBeTakenBackForGood() {
    var recovered =
        afterWriting(
            new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL)),
            new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.VOIDED)),
            new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL)));

    assertEquals(FillStatus.VOIDED, recovered.fills().getFirst().status());
  }

  @Test
  void aFillFindsItsOrderLater() {
    Fill known = Samples.fill("t1", "A1", FillStatus.FINAL);
    var before =
        new Fill(
            known.key(),
            null,
            known.instrument(),
            known.side(),
            known.quantity(),
            known.price(),
            known.fee(),
            known.liquidity(),
            known.status(),
            known.at());
    var recovered =
        afterWriting(new JournalRecord.FillBooked(before), new JournalRecord.FillBooked(known));

    assertEquals(List.of(known), recovered.fills());
  }

  @ParameterizedTest
  @ValueSource(strings = {"query_canceled", "disk_full"})
  @Tag("fault:D2")
  @Tag("fault:D7")
  void aRowWaitsWhileTheDatabaseIsBusyOrFullAndIsNotLost(String condition) {
    database.run(db -> {
      db.execute("create sequence tries");
      db.execute(
          """
          create function busy() returns trigger language plpgsql as $$
          begin
            if nextval('tries') < 4 then
              raise exception 'busy' using errcode = '%s';
            end if;
            return new;
          end
          $$
          """
              .formatted(condition));
      db.execute(
          "create trigger busy before update on control_state for each row execute function"
              + " busy()");
    });

    var recovered = afterWriting(new JournalRecord.HighWaterChanged(Usd.ofDollars(7), Samples.NOW));

    assertEquals(Usd.ofDollars(7), recovered.money().highWater());
  }

  @Test
  void keepsTheStateOfAnOrderAndRefusesAMoveBack() {
    var recovered =
        afterWriting(
            moved(OrderState.SENT, null, 0),
            moved(OrderState.LIVE, "venue-A1", 0),
            moved(OrderState.FILLED, "venue-A1", 50),
            moved(OrderState.LIVE, "venue-A1", 0),
            new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL)));

    var order = recovered.orders().getFirst();
    assertEquals(OrderState.FILLED, order.state());
    assertEquals("venue-A1", order.ref().venueOrderId());
    assertEquals(Quantity.ofShares(50), order.filled());
  }

  private static JournalRecord moved(
      OrderState state, @org.jspecify.annotations.Nullable String venueOrder, long shares) {
    return new JournalRecord.OrderMoved(
        new ClientOrderId("A1"), state, venueOrder, Quantity.ofShares(shares), "test", Samples.NOW);
  }

  @Test
  void showsAnOpportunityWithItsVerdict() {
    var refused = new Verdict.Refuse("final-minute", "42 s before close");
    afterWriting(
        new JournalRecord.OpportunityFound(Samples.opportunity()),
        new JournalRecord.VerdictGiven(
            new VerdictRecord("v9", new OpportunityId("o1"), refused, 7, Samples.NOW)));

    assertEquals(
        List.of(new History.Judged(Samples.opportunity(), refused)),
        new History(database).opportunities(Samples.NOW.minusSeconds(1), 10));
  }

  @Test
  @Tag("fault:K15")
  void anExecutionThatClosedLatelyIsRecoveredWithItsOrders() {
    var closed = Samples.execution(ExecutionState.COMPLETE);
    end();
    var recovered = afterWriting(new JournalRecord.ExecutionChanged(closed));

    assertEquals(List.of(closed), recovered.openExecutions());
    assertEquals(
        List.of(OrderState.CANCELLED), recovered.orders().stream().map(o -> o.state()).toList());
  }

  @Test
  @Tag("fault:U5")
  void whatIsOverForLongIsNotLoaded() {
    var payout =
        new JournalRecord.PayoutBooked(
            Mode.LIVE, Samples.YES.market(), 10_000, Usd.ofDollars(20), Samples.NOW);
    end();
    afterWriting(
        new JournalRecord.ExecutionChanged(Samples.execution(ExecutionState.COMPLETE)),
        new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL)),
        new JournalRecord.PositionChanged(Position.flat(Samples.YES), Samples.NOW),
        payout);
    var later = new Recovery(database).load(Samples.NOW.plus(Duration.ofDays(3)));

    assertEquals(List.of(), later.openExecutions());
    assertEquals(List.of(), later.orders());
    assertEquals(List.of(), later.fills());
    assertEquals(List.of(payout), later.payouts());
  }

  @Test
  @Tag("fault:G3")
  void allFillsOfAMarketThatIsHeldAreLoadedHoweverOld() {
    var held =
        new Position(
            Samples.YES,
            Quantity.ofShares(20),
            Quantity.ZERO,
            Usd.parse("7.8"),
            Usd.ZERO,
            Usd.ZERO);
    end();
    afterWriting(
        new JournalRecord.FillBooked(Samples.fill("t1", "A1", FillStatus.FINAL)),
        new JournalRecord.PositionChanged(held, Samples.NOW));
    var later = new Recovery(database).load(Samples.NOW.plus(Duration.ofDays(300)));

    assertEquals(1, later.fills().size());
    assertEquals(1, later.orders().size(), "whose fill it is");
  }

  private void end() {
    journal.append(
        List.of(moved(OrderState.SENT, null, 0), moved(OrderState.CANCELLED, "venue-A1", 0)));
  }

  @Test
  void closedExecutionsAreListed() {
    var closed = Samples.execution(ExecutionState.COMPLETE);
    afterWriting(
        new JournalRecord.ExecutionChanged(Samples.execution(ExecutionState.WORKING)),
        new JournalRecord.ExecutionChanged(closed));

    assertEquals(Optional.of(closed), new History(database).execution(Samples.EXECUTION));
  }

  @Test
  void theHighWaterMarkComesDownToWhatAPersonAccepted() {
    var recovered =
        afterWriting(
            new JournalRecord.HighWaterChanged(Usd.ofDollars(900), Samples.NOW),
            new JournalRecord.HighWaterChanged(Usd.ofDollars(700), Samples.NOW));
    assertEquals(Usd.ofDollars(700), recovered.money().highWater());
  }

  @Test
  void hasNoBacklogWhenAllIsWritten() {
    afterWriting(new JournalRecord.HighWaterChanged(Usd.ofDollars(1), Samples.NOW));
    assertEquals(Duration.ZERO, journal.backlog());
  }
}
