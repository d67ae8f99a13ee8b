package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.Labels.Label;

class LabelsTest {
  private final Database database = Database.open(TestDatabase.fresh());
  private final Pairs pairs = new Pairs(database, new Audit(database));
  private int requests;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void givesDecisionsWithListingsAndReasons() {
    Listing kalshi = store(MarketId.kalshi("KXA-1"));
    Listing polymarket = store(MarketId.polymarket("0x1"));
    Listing other = store(MarketId.polymarket("0x2"));
    Listing undecided = store(MarketId.polymarket("0x3"));
    long approved = propose(kalshi, polymarket, PairStatus.APPROVED, "same rules");
    long rejected = propose(kalshi, other, PairStatus.REJECTED, "another deadline");
    propose(kalshi, undecided, PairStatus.PROPOSED, "");
    propose(kalshi, listing(MarketId.polymarket("0xnever")), PairStatus.REJECTED, "gone");
    assertEquals(
        List.of(
            new Label(approved, kalshi, polymarket, Relation.INVERSE, true, "same rules"),
            new Label(rejected, kalshi, other, Relation.INVERSE, false, "another deadline")),
        new Labels(database).all());
  }

  private long propose(Listing left, Listing right, PairStatus to, String note) {
    var candidate =
        new Pairs.Candidate(left.market(), right.market(), Relation.INVERSE, 90, "h", "{}");
    var pair = pairs.propose(candidate, Samples.NOW).pair().id();
    if (to != PairStatus.PROPOSED) {
      var request = new Pairs.Request(new Actor("cli:ann", "ann"), "test", "r" + requests++);
      pairs.decide(
          new Pairs.Decision(pair, Set.of(PairStatus.PROPOSED), to, "", note, request),
          Samples.NOW);
    }
    return pair.value();
  }

  private Listing store(MarketId id) {
    Listing listing = listing(id);
    Market market =
        new Market(
            listing,
            new Market.Terms(
                PriceGrid.uniform(100),
                Quantity.ofE6(10_000),
                Quantity.ofE6(10_000),
                Usd.ZERO,
                new FeeSchedule.Free()),
            new Market.Life(MarketStatus.OPEN, null, Samples.NOW, Samples.NOW, null),
            new Market.Address("", id.code(), id.code(), 0, false));
    new Markets(database).save(id.venue(), List.of(new Markets.Seen(market, "hash")), Samples.NOW);
    return listing;
  }

  private static Listing listing(MarketId id) {
    return new Listing(
        id,
        "EVENT",
        new Listing.Texts("Rain", "Will it rain?", "in Boston", "If it rains, Yes."),
        new Listing.Names("Boston", "Yes", "No", "Weather", id.code()),
        Listing.Strike.NONE,
        new Listing.Dates(Samples.NOW, Samples.NOW));
  }
}
