package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.Position;

/** A pair of which one market has paid, and the other one is still held. */
class HalfPaidPairTest {
  private static final Instant LATER = Samples.NOW.plus(Duration.ofDays(30));

  private final Database database = Database.open(TestDatabase.fresh());
  private final Lease.Held held = TestDatabase.lease(database);
  private final Pair pair =
      new Pairs(database, new Audit(database))
          .propose(
              new Pairs.Candidate(
                  Samples.YES.market(), Samples.NO.market(), Relation.SAME, 90, "hash", "{}"),
              Samples.NOW)
          .pair()
          .withStatus(PairStatus.EXPIRED);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void comesBackWithTheFillsOfWhatWasPaid() {
    Recovered recovered = afterHolding("20");
    assertEquals(List.of(pair), recovered.pairs());
    assertEquals(
        List.of(Samples.YES), recovered.fills().stream().map(fill -> fill.instrument()).toList());
  }

  @Test
  void isOverWhenTheOtherHasPaid() {
    Recovered recovered = afterHolding("0");
    assertEquals(List.of(), recovered.pairs());
    assertEquals(List.of(), recovered.fills());
  }

  /** Kalshi's market has paid; so many shares are held on Polymarket. */
  private Recovered afterHolding(String shares) {
    var room = PostgresJournal.Room.DEFAULTS;
    try (var journal =
        new PostgresJournal(database, held, InstantSource.fixed(Samples.NOW), room)) {
      journal.append(
          List.of(
              new JournalRecord.FillBooked(byHand(Samples.fill("t1", "A1", FillStatus.FINAL))),
              new JournalRecord.PositionChanged(Position.flat(Samples.YES), Samples.NOW),
              new JournalRecord.PositionChanged(position(Samples.NO, shares), Samples.NOW),
              new JournalRecord.PairChanged(pair, "settled", "engine", Samples.NOW)));
      journal.flush();
    }
    return new Recovery(database).load(LATER);
  }

  private static Fill byHand(Fill fill) {
    return new Fill(
        fill.key(),
        null,
        fill.instrument(),
        fill.side(),
        fill.quantity(),
        fill.price(),
        fill.fee(),
        fill.liquidity(),
        fill.status(),
        fill.at());
  }

  private static Position position(Instrument instrument, String shares) {
    return new Position(
        instrument, Quantity.parse(shares), Quantity.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);
  }
}
