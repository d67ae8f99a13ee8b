package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Market;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.wire.kalshi.Limits;
import pairdesk.venues.net.BudgetStorm;
import pairdesk.venues.net.BudgetStorm.Allowed;
import pairdesk.venues.net.MovingClock;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Toll;

/** The budgets of the tier that most accounts begin with, under more than they bear. */
class KalshiBudgetsTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Allowed READS = new Allowed(600, 300);
  private static final Allowed WRITES = new Allowed(300, 300);

  private final MovingClock clock = new MovingClock("2026-11-20T10:00:00Z");
  private final KalshiBudgets budgets =
      new KalshiBudgets(new KalshiSettings.Budget(5_000, 5_000), clock);

  KalshiBudgetsTest() {
    budgets.learn(
        new KalshiLimits.Limits(
            "advanced",
            new KalshiLimits.Budget(READS.atOnce(), READS.perSecond()),
            new KalshiLimits.Budget(WRITES.atOnce(), WRITES.perSecond())),
        Map.of());
  }

  @Test
  void neverSpendsMoreThanTheVenueAllowsWhateverIsAsked() {
    long seed = System.nanoTime();
    var writes =
        new BudgetStorm(
            clock,
            List.of(
                budgets.write(KalshiCost.CREATE, Priority.ENTRY),
                budgets.write(KalshiCost.CREATE, Priority.HEDGE),
                budgets.write(KalshiCost.CANCEL, Priority.CANCEL),
                budgets.write(KalshiCost.AMEND, Priority.ENTRY),
                budgets.batch(KalshiCost.CREATE_BATCH, 12, Priority.ENTRY)));
    writes.rage(seed);
    writes.keptWithin(WRITES, seed);
    var reads =
        new BudgetStorm(
            clock,
            List.of(
                budgets.ownRead(KalshiCost.READ, Priority.READ),
                budgets.ownRead(KalshiCost.READ_ORDER, Priority.HEDGE),
                budgets.ownRead(KalshiCost.READ, Priority.ENTRY)));
    reads.rage(seed);
    reads.keptWithin(READS, seed);
    System.out.println(
        "Kalshi's budgets kept, seed "
            + seed
            + ": hedges had "
            + writes.taken(Priority.HEDGE)
            + " tokens, entries "
            + writes.taken(Priority.ENTRY));
  }

  @Test
  @Tag("fault:N6")
  @Tag("fault:R9")
  void aStormOfEntriesLeavesItsReserveToAHedge() {
    long seed = System.nanoTime();
    var entries =
        new BudgetStorm(
            clock,
            List.of(
                budgets.write(KalshiCost.CREATE, Priority.ENTRY),
                budgets.batch(KalshiCost.CREATE_BATCH, 7, Priority.ENTRY)));
    entries.rage(seed);
    Toll hedge = budgets.write(KalshiCost.CREATE, Priority.HEDGE);
    int had = 0;
    while (hedge.bucket().take(hedge.cost(), hedge.priority()).isZero()) {
      had += hedge.cost();
    }
    int reserve = WRITES.atOnce() * 30 / 100;
    int left = had;
    assertTrue(left >= reserve, () -> "seed " + seed + ": a hedge had only " + left);
  }

  /** The sandbox refuses what is too much with 429, which would be a rejection here. */
  @Test
  void manyOrdersAtOnceAreNeverTooManyForTheVenue() throws Exception {
    var small = new Limits("small", new Limits.Budget(100, 100), new Limits.Budget(100, 100));
    try (var venue = new SandboxKalshi(small);
        var kalshi = venue.client();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      kalshi.tools().limits().follow();
      Market market = kalshi.catalog().read(venue.market(0)).orElseThrow();
      List<Callable<SubmitOutcome>> orders =
          IntStream.range(0, 24)
              .<Callable<SubmitOutcome>>mapToObj(i -> () -> order(kalshi, market, i))
              .toList();
      for (Future<SubmitOutcome> outcome : threads.invokeAll(orders)) {
        assertInstanceOf(SubmitOutcome.Accepted.class, accepted(outcome));
      }
    }
  }

  private static SubmitOutcome accepted(Future<SubmitOutcome> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static SubmitOutcome order(Kalshi kalshi, Market market, int number) {
    var terms = Samples.terms(Side.BUY, "1", "0.05", TimeInForce.GTC);
    OrderIntent sample = Samples.intent(market.id().yes(), terms, Samples.FAR);
    var intent =
        new OrderIntent(
            new ClientOrderId("storm-" + number),
            sample.origin(),
            sample.instrument(),
            terms,
            sample.approval());
    kalshi.account().eligibility();
    return kalshi.orders().submit(kalshi.orders().prepare(intent, market), LIMIT);
  }
}
