package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.Pairs.Decided;

/** How a person wants a pair bought, beside the pair. */
class PairTacticsTest {
  private final Database database = Database.open(TestDatabase.fresh());
  private final Audit audit = new Audit(database);
  private final Pairs pairs = new Pairs(database, audit);
  private final Pair pair =
      pairs
          .propose(
              new Pairs.Candidate(
                  MarketId.kalshi("KXRAIN"),
                  MarketId.polymarket("0xrain"),
                  Relation.SAME,
                  90,
                  "hash",
                  "{}"),
              Samples.NOW)
          .pair();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isTheDesksOwnUntilAPersonChooses() {
    assertNull(pair.tactic());
    Decided done = choose(pair.id(), Tactic.MAKER_TAKER, "a");
    Pair chosen = assertInstanceOf(Decided.Done.class, done).pair();
    assertEquals(pair.withTactic(Tactic.MAKER_TAKER), chosen);
    assertEquals(chosen, stored());
    assertEquals(
        "bought by the desk's setting → by MAKER_TAKER", audit.newest(1).getFirst().detail());
  }

  @Test
  void outlivesADecisionAboutThePair() {
    choose(pair.id(), Tactic.SEQUENTIAL, "a");
    var approval =
        new Pairs.Decision(
            pair.id(), Set.of(PairStatus.PROPOSED), PairStatus.APPROVED, "hash", "", request("b"));
    Decided decided = pairs.decide(approval, Samples.NOW);
    assertEquals(stored(), assertInstanceOf(Decided.Done.class, decided).pair());
    assertEquals(Tactic.SEQUENTIAL, stored().tactic());
  }

  @Test
  void countsOneRequestOnceAndGoesBackToTheSetting() {
    choose(pair.id(), Tactic.SEQUENTIAL, "a");
    assertInstanceOf(Decided.Repeated.class, choose(pair.id(), Tactic.TAKER_TAKER, "a"));
    assertEquals(Tactic.SEQUENTIAL, stored().tactic());
    choose(pair.id(), null, "b");
    assertNull(stored().tactic());
  }

  @Test
  void refusesAPairThatThereIsNot() {
    Decided refused = choose(new PairId(999), Tactic.SEQUENTIAL, "a");
    assertEquals(new Decided.Refused("There is no pair 999."), refused);
  }

  private Pair stored() {
    return pairs.find(pair.id()).orElseThrow().pair();
  }

  private Decided choose(PairId id, @Nullable Tactic tactic, String key) {
    return new PairTactics(database, audit)
        .choose(new PairTactics.Choice(id, tactic, request(key)), Samples.NOW);
  }

  private static Pairs.Request request(String key) {
    return new Pairs.Request(new Actor("discord:1", "alice"), "test", key);
  }
}
