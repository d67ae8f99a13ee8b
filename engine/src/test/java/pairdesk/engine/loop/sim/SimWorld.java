package pairdesk.engine.loop.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Detection;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.Engine;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * The engine between two hostile venues in simulated time. Everything that happens by chance comes
 * from the seed.
 */
final class SimWorld {
  static final MarketId KALSHI = MarketId.kalshi("KXRAIN");
  static final MarketId POLY = MarketId.polymarket("0xrain");
  static final Pair PAIR =
      new Pair(new PairId(7), KALSHI, POLY, Relation.SAME, PairStatus.APPROVED, "hash");

  private final Random random;
  private final EngineSettings settings;
  private final Map<VenueId, SimVenue> venues = new TreeMap<>();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
  private final SimJournal journal = new SimJournal();
  private final SimChecks checks;
  private Engine engine;
  private Instant now = SampleMarkets.NOW;
  private boolean faults = true;
  private int process;
  private long number;
  private int ids;

  private record Task(Instant at, long number, Runnable work) {}

  SimWorld(long seed, EngineSettings settings) {
    this.random = new Random(seed);
    this.settings = settings;
    for (VenueId id : settings.venues().keySet()) {
      venues.put(id, new SimVenue(id, Usd.ofDollars(50_000)));
    }
    this.checks = new SimChecks(venues);
    this.engine = engine(journal.recovered(PAIR));
    apply(engine.start(now));
    books();
  }

  /** Lives through a time with faults, perhaps a crash in it, and a time of healing. */
  void run(Duration hostile, Duration healing) {
    if (chance(30)) {
      after(Duration.ofMillis(random.nextInt((int) hostile.toMillis())), this::crash);
    }
    runUntil(now.plus(hostile));
    faults = false;
    runUntil(now.plus(healing));
    checks.end(engine.view(now));
  }

  /** This venue says from now on that there is no money, also when all else has healed. */
  SimWorld withoutMoneyAt(VenueId venue) {
    venue(venue).refusePurchases();
    return this;
  }

  private void runUntil(Instant end) {
    while (!tasks.isEmpty() && !tasks.element().at().isAfter(end)) {
      Task next = tasks.remove();
      now = next.at();
      next.work().run();
    }
    now = end;
  }

  /** What was only in the process is gone; what was sent goes on without it. */
  private void crash() {
    process++;
    engine = engine(journal.recovered(PAIR));
    apply(engine.start(now));
  }

  private Engine engine(Recovered recovered) {
    var strategy = new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD);
    return new Engine(
        settings,
        new Detection(List.of(strategy), () -> "id%022d".formatted(++ids)),
        recovered,
        List.of(market(KALSHI), market(POLY)),
        now);
  }

  static Market market(MarketId id) {
    return id.equals(KALSHI) ? SampleMarkets.kalshi(id) : SampleMarkets.polymarket(id);
  }

  private void tell(EngineEvent event) {
    apply(engine.on(List.of(event), now));
  }

  /** Only the process that asked hears it. */
  private void tellLater(Duration delay, EngineEvent event) {
    int asker = process;
    after(
        delay,
        () -> {
          if (asker == process) {
            tell(event);
          }
        });
  }

  private void apply(List<Effect> effects) {
    for (Effect effect : effects) {
      checks.before(effect);
      switch (effect) {
        case Effect.Submit e -> {
          journal.commit(e, intent -> venue(intent.instrument().venue()).venueId(intent), now);
          e.intents().forEach(this::submit);
        }
        case Effect.LookUp e -> lookUp(checks.intent(e.order().id()));
        case Effect.ReadAccount e -> readAccount(e);
        case Effect.WakeAt e ->
            tellLater(Duration.between(now, e.due()), new EngineEvent.TimerFired(e.key(), e.due()));
        case Effect.Write e -> journal.write(e.row());
        case Effect.Tell e -> checks.told(e.notice());
        case Effect.Cancel _,
            Effect.CancelAll _,
            Effect.Watch _,
            Effect.ReadBooks _,
            Effect.Redeem _ -> {}
      }
    }
    if (effects.stream().anyMatch(effect -> effect instanceof Effect.Write)) {
      checks.after(engine.view(now));
    }
  }

  private void submit(OrderIntent intent) {
    SimVenue venue = venue(intent.instrument().venue());
    if (faults && chance(3)) {
      tellLater(millis(5, 50), answer(intent, new SubmitOutcome.NotSent("refused"), 0));
      return;
    }
    tellLater(millis(1, 5), new EngineEvent.OrderSent(intent.id(), venue.venueId(intent), now));
    if (faults && chance(3)) {
      tellLater(Duration.ofSeconds(5), answer(intent, new SubmitOutcome.Unknown("lost"), 0));
    } else if (faults && chance(2) && venue.isProvisional()) {
      after(Duration.ofSeconds(6 + random.nextInt(160)), () -> arrive(intent, false));
      tellLater(Duration.ofSeconds(5), answer(intent, new SubmitOutcome.Unknown("late"), 0));
    } else {
      after(millis(10, 200), () -> arrive(intent, true));
    }
  }

  private void arrive(OrderIntent intent, boolean answers) {
    SimVenue venue = venue(intent.instrument().venue());
    boolean covered = venue.covers(intent);
    if (!covered || (faults && chance(5))) {
      RejectCode code = covered ? RejectCode.OTHER : RejectCode.INSUFFICIENT_BALANCE;
      var no = new SubmitOutcome.Rejected(code, "no");
      if (answers) {
        tellLater(millis(5, 50), answer(intent, no, 20));
      }
      return;
    }
    venue.book(intent, OrderState.LIVE, now);
    if (faults && chance(4)) {
      if (answers) {
        tellLater(millis(5, 50), answer(intent, accepted(intent, OrderState.LIVE, "0"), 50));
      }
      after(millis(500, 3_000), () -> match(intent, false));
    } else {
      match(intent, answers);
    }
  }

  private void match(OrderIntent intent, boolean answers) {
    SimVenue venue = venue(intent.instrument().venue());
    Quantity shares = filled(intent);
    boolean whole = shares.equals(intent.terms().quantity());
    OrderState end = whole ? OrderState.FILLED : OrderState.CANCELLED;
    if (!shares.isZero()) {
      boolean twice = shares.isGreaterThan(Quantity.ofShares(10)) && chance(30);
      Quantity first = twice ? Quantity.ofShares(6) : shares;
      fill(intent, first);
      if (twice) {
        fill(intent, shares.minus(first));
      }
    }
    venue.end(intent.id(), end);
    var report =
        new OrderUpdate(venue.id(), intent.id(), venue.venueId(intent), end, shares, "", now);
    if (!faults || chance(90)) {
      tellLater(millis(5, 400), new EngineEvent.OrderUpdated(report));
    }
    if (answers) {
      boolean lost = faults && chance(6);
      SubmitOutcome outcome =
          lost ? new SubmitOutcome.Unknown("no answer") : accepted(intent, end, shares.toString());
      tellLater(lost ? Duration.ofSeconds(5) : millis(5, 100), answer(intent, outcome, 50));
    }
  }

  private Quantity filled(OrderIntent intent) {
    Quantity all = intent.terms().quantity();
    int draw = random.nextInt(100);
    if (!faults || draw < 60) {
      return all;
    }
    return draw < 75
        ? Quantity.ZERO
        : Quantity.ofE6(all.e6() * (1 + random.nextInt(99)) / 100).floorTo(Quantity.ofE6(10_000));
  }

  private void fill(OrderIntent intent, Quantity shares) {
    SimVenue venue = venue(intent.instrument().venue());
    Usd fee =
        Fees.STANDARD.charged(
            market(intent.instrument().market()).terms().fees(),
            Fill.Liquidity.TAKER,
            intent.terms().side(),
            intent.terms().limit(),
            shares);
    Fill fill = venue.fill(intent, shares, fee, now);
    stream(fill);
    if (venue.isProvisional()) {
      boolean fails = faults && chance(3);
      after(
          Duration.ofSeconds(2 + random.nextInt(45)),
          () -> {
            boolean voided = fails && venue.mayVoid(fill);
            stream(venue.settle(fill, voided ? FillStatus.VOIDED : FillStatus.FINAL));
          });
    }
  }

  /** By the private stream: late, sometimes twice, sometimes not at all. */
  private void stream(Fill fill) {
    if (!faults || chance(92)) {
      tellLater(millis(1, 500), new EngineEvent.FillReported(fill));
    }
    if (faults && chance(10)) {
      tellLater(millis(1, 2_000), new EngineEvent.FillReported(fill));
    }
  }

  private void lookUp(OrderIntent intent) {
    OrderLookup answer =
        faults && chance(10)
            ? new OrderLookup.Unreadable("page lost")
            : venue(intent.instrument().venue()).lookup(intent, now);
    tellLater(millis(10, 150), new EngineEvent.OrderLookedUp(intent.id(), answer));
  }

  private void readAccount(Effect.ReadAccount read) {
    if (!faults || chance(95)) {
      var snapshot = venue(read.venue()).account(read.fillsSince(), now);
      tellLater(millis(10, 150), new EngineEvent.AccountReported(snapshot));
    }
  }

  /**
   * Both books again and again; a bargain one time in three while times are hostile. Where a venue
   * has no money completing goes on to look better than selling.
   */
  private void books() {
    boolean bargain = faults && chance(33);
    boolean poor = !faults && venues.values().stream().anyMatch(SimVenue::isBroke);
    int yesAsk = bargain ? 40 : poor ? 38 : 44 + random.nextInt(3);
    int noAsk = bargain ? 55 : poor ? 60 : 56 + random.nextInt(4);
    boolean thin = faults && chance(10);
    for (Book book : List.of(book(KALSHI.yes(), yesAsk, thin), book(POLY.no(), noAsk, thin))) {
      tell(new EngineEvent.BookChanged(book));
      tell(new EngineEvent.BookChanged(book.mirrored()));
    }
    after(Duration.ofMillis(faults ? 700 : 3_000), this::books);
  }

  private Book book(Instrument instrument, int askCents, boolean thin) {
    var size = Quantity.ofShares(thin ? 3 : 5_000);
    int bid = thin ? askCents / 2 : askCents - 1;
    return new Book(
        instrument,
        Ladder.of(List.of(new Level(Price.ofCents(bid), size))),
        Ladder.of(List.of(new Level(Price.ofCents(askCents), Quantity.ofShares(60)))),
        ++number,
        now,
        now);
  }

  private static EngineEvent answer(OrderIntent intent, SubmitOutcome outcome, long millis) {
    return new EngineEvent.SubmitAnswered(intent.id(), outcome, Duration.ofMillis(millis));
  }

  private SubmitOutcome accepted(OrderIntent intent, OrderState state, String filled) {
    return new SubmitOutcome.Accepted(
        venue(intent.instrument().venue()).venueId(intent), state, Quantity.parse(filled));
  }

  private SimVenue venue(VenueId id) {
    SimVenue venue = venues.get(id);
    if (venue == null) {
      throw new AssertionError("no venue " + id);
    }
    return venue;
  }

  private void after(Duration delay, Runnable work) {
    tasks.add(new Task(now.plus(delay), ++number, work));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Duration millis(int least, int most) {
    return Duration.ofMillis(least + random.nextInt(most - least));
  }

  int executions() {
    return checks.executions();
  }
}
