package pairdesk.engine.loop;

import static pairdesk.engine.sample.SampleMarkets.bookAt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ClientOrderIds;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.sample.BasketStrategy;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.strategy.crossvenue.RestingSettings;
import pairdesk.engine.strategy.crossvenue.RestingStrategy;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;

/**
 * An engine with one approved pair on two reconciled venues, in LIVE. A test tells it what happens
 * in its words; the rig keeps the time, fires the timers and remembers every effect.
 */
final class Rig {
  static final Instant START = SampleMarkets.NOW;
  static final MarketId KALSHI = MarketId.kalshi("KXRAIN");
  static final MarketId POLY = MarketId.polymarket("0xrain");
  static final Instrument YES = KALSHI.yes();
  static final Instrument NO = POLY.no();
  static final PairId PAIR = new PairId(42);
  static final Usd CASH = Usd.ofDollars(5_000);
  static final Strategy TAKING = new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD);

  static final Map<VenueId, Capabilities> VENUES =
      Map.of(
          VenueId.KALSHI,
          new Capabilities(false, true, Duration.ZERO, Duration.ofMillis(400)),
          VenueId.POLYMARKET,
          new Capabilities(true, false, Duration.ofSeconds(180), Duration.ofSeconds(2)));

  private final Engine engine;
  private final List<Effect> effects = new ArrayList<>();
  private final TreeSet<Instant> timers = new TreeSet<>();
  private final VenueBooks venues = new VenueBooks(CASH);
  private Instant now = START;
  private final Map<ClientOrderId, Function<Instant, OrderLookup>> lookups = new TreeMap<>();
  private boolean answersAccounts;
  private int trades;
  private int ids;

  Rig(EngineSettings settings, Recovered recovered) {
    this(settings, recovered, true);
  }

  Rig(EngineSettings settings, Recovered recovered, boolean answersAccounts) {
    this(settings, recovered, answersAccounts, List.of(TAKING));
  }

  Rig(
      EngineSettings settings,
      Recovered recovered,
      boolean answersAccounts,
      List<Strategy> strategies) {
    this(settings, recovered, answersAccounts, strategies, List.of(KALSHI, POLY));
  }

  private Rig(
      EngineSettings settings,
      Recovered recovered,
      boolean answersAccounts,
      List<Strategy> strategies,
      List<MarketId> markets) {
    this.answersAccounts = answersAccounts;
    this.engine =
        new Engine(
            settings,
            new Detection(strategies, () -> "id%022d".formatted(++ids)),
            recovered,
            markets.stream().map(Rig::market).toList(),
            now);
    take(engine.start(now));
  }

  /** In LIVE, reconciled, with the pair approved and no book yet. */
  static Rig live() {
    return live(settings());
  }

  static Rig live(EngineSettings settings) {
    return new Rig(settings, recovered(Mode.LIVE)).forgetEffects();
  }

  /** As {@link #live()}, and bids rest on this venue where that pays. */
  static Rig making(VenueId venue) {
    return making(venue, recovered(Mode.LIVE)).forgetEffects();
  }

  static Rig making(VenueId venue, Recovered recovered) {
    RestingSettings usual = RestingSettings.DEFAULTS;
    var resting =
        new RestingSettings(venue, usual.rules(), usual.maxBookAge(), Quantity.ofShares(100), true);
    return new Rig(
        settings(Map.of(RestingStrategy.NAME, Tactic.MAKER_TAKER)),
        recovered,
        true,
        List.of(new RestingStrategy(resting, Fees.STANDARD), TAKING));
  }

  /** An event on Kalshi with so many outcomes, of which one happens, bought as one bundle. */
  static Rig basket(BasketStrategy basket, Tactic tactic, Recovered recovered) {
    return new Rig(
        settings(Map.of(BasketStrategy.NAME, tactic)),
        recovered,
        true,
        List.of(basket),
        basket.legs().stream().map(Instrument::market).toList());
  }

  /** The first so many outcomes of an exclusive event. */
  static List<MarketId> outcomes(int count) {
    return Stream.of("RED", "BLUE", "GREEN", "GOLD", "GREY")
        .limit(count)
        .map(MarketId::kalshi)
        .toList();
  }

  /** As {@link #live()}, and once this many dollars were owned. */
  static Rig wealthy(int dollars) {
    Recovered usual = recovered(Mode.LIVE);
    return new Rig(
        settings(),
        new Recovered(
            usual.controls(),
            usual.pairs(),
            usual.openExecutions(),
            usual.orders(),
            usual.fills(),
            usual.payouts(),
            new Recovered.Money(usual.money().cash(), usual.money().pnl(), Usd.ofDollars(dollars)),
            usual.breakers()));
  }

  /** An order with an id of ours that was never intended. */
  static EngineEvent orphan(VenueId venue, Instant now) {
    var origin = new OrderIntent.Origin(new ExecutionId("nobody"), 0, 0, Purpose.ENTRY, PAIR);
    return new EngineEvent.OrderUpdated(
        new OrderUpdate(
            venue,
            ClientOrderIds.derive("test", origin),
            "v-orphan",
            OrderState.LIVE,
            Quantity.ZERO,
            "",
            now));
  }

  /** With so many entries a minute at most. */
  static EngineSettings settings(int entriesPerMinute) {
    EngineSettings usual = settings();
    Limits limits = usual.rules().limits();
    BreakerLimits breakers = limits.breakers();
    BreakerLimits.Orders orders = breakers.orders();
    var fewer =
        new BreakerLimits(
            breakers.failures(),
            breakers.losses(),
            breakers.lag(),
            new BreakerLimits.Orders(
                orders.unknownAtOneVenue(),
                orders.unknownFor(),
                orders.overPlan(),
                orders.burst(),
                entriesPerMinute));
    return new EngineSettings(
        usual.account(),
        usual.venues(),
        usual.strategyModes(),
        new EngineSettings.Rules(
            new Limits(limits.data(), limits.quality(), limits.capital(), limits.timing(), fewer),
            usual.rules().fees(),
            usual.rules().execution()),
        usual.rhythm());
  }

  /** With these ways of buying. */
  static EngineSettings settings(Map<String, Tactic> tactics) {
    EngineSettings usual = settings();
    ExecutionSettings how = usual.rules().execution();
    return new EngineSettings(
        usual.account(),
        usual.venues(),
        usual.strategyModes(),
        new EngineSettings.Rules(
            usual.rules().limits(),
            usual.rules().fees(),
            new ExecutionSettings(
                tactics, how.policy(), how.prices(), how.patience(), how.retries(), how.resting())),
        usual.rhythm());
  }

  static Recovered recovered(Mode mode) {
    Recovered nothing = Recovered.NOTHING;
    return new Recovered(
        new Controls(mode, false, ""),
        List.of(pair(PairStatus.APPROVED)),
        nothing.openExecutions(),
        nothing.orders(),
        nothing.fills(),
        nothing.payouts(),
        nothing.money(),
        nothing.breakers());
  }

  /** Of pairs that need not be tried out with a small trade before. */
  static EngineSettings settings() {
    Limits usual = Limits.DEFAULTS;
    var limits =
        new Limits(
            usual.data(),
            usual.quality(),
            usual.capital().withFirstTrade(Usd.ofDollars(1_000)),
            usual.timing(),
            usual.breakers());
    EngineSettings.Rules rules = EngineSettings.Rules.DEFAULTS;
    return settings(new EngineSettings.Rules(limits, rules.fees(), rules.execution()));
  }

  static EngineSettings settings(EngineSettings.Rules rules) {
    return new EngineSettings(
        new EngineSettings.Account("test", 1, EngineSettings.Account.PAPER_CASH),
        VENUES,
        Map.of(),
        rules,
        EngineSettings.Rhythm.DEFAULTS);
  }

  static Pair pair(PairStatus status) {
    return new Pair(PAIR, KALSHI, POLY, Relation.SAME, status, "hash");
  }

  static Market market(MarketId id) {
    return id.venue().equals(VenueId.KALSHI)
        ? SampleMarkets.kalshi(id)
        : SampleMarkets.polymarket(id);
  }

  Instant now() {
    return now;
  }

  /** The clock is set back. */
  Rig setBack(Duration span) {
    now = now.minus(span);
    return this;
  }

  /** Facts of one batch. */
  Rig on(EngineEvent... events) {
    take(engine.on(List.of(events), now));
    return this;
  }

  /** Lets time pass; timers fire when they are due. */
  Rig pass(Duration span) {
    Instant end = now.plus(span);
    while (!timers.isEmpty() && !timers.first().isAfter(end)) {
      Instant due = Objects.requireNonNull(timers.pollFirst());
      now = due.isAfter(now) ? due : now;
      take(engine.on(List.of(new EngineEvent.TimerFired(new TimerKey("look", ""), due)), now));
    }
    now = end;
    return this;
  }

  /** The process stands still: what was due meanwhile is late. */
  Rig sleep(Duration span) {
    now = now.plus(span);
    return this;
  }

  /** Both books such that {@code shares} of YES at 0.40 and NO at 0.55 can be had. */
  Rig bargain(int shares) {
    return books("0.39 x 5000", "0.40 x " + shares, "0.54 x 5000", "0.55 x " + shares);
  }

  /** Books of YES on Kalshi and NO on Polymarket, and their mirrors. */
  Rig books(String yesBids, String yesAsks, String noBids, String noAsks) {
    var yes = bookAt(YES, yesBids, yesAsks, now);
    var no = bookAt(NO, noBids, noAsks, now);
    return on(
        new EngineEvent.BookChanged(yes),
        new EngineEvent.BookChanged(yes.mirrored()),
        new EngineEvent.BookChanged(no),
        new EngineEvent.BookChanged(no.mirrored()));
  }

  /** Books of several instruments and their mirrors; each as bids and asks. */
  Rig books(Map<Instrument, List<String>> sides) {
    var changes = new ArrayList<EngineEvent>();
    sides.forEach((instrument, side) -> {
      Book book = bookAt(instrument, side.getFirst(), side.getLast(), now);
      changes.add(new EngineEvent.BookChanged(book));
      changes.add(new EngineEvent.BookChanged(book.mirrored()));
    });
    return on(changes.toArray(EngineEvent[]::new));
  }

  /** The book of YES on Kalshi or NO on Polymarket, and its mirror; the other stays. */
  Rig book(Instrument instrument, String bids, String asks) {
    var book = bookAt(instrument, bids, asks, now);
    return on(new EngineEvent.BookChanged(book), new EngineEvent.BookChanged(book.mirrored()));
  }

  /** The newest order of this leg and purpose. */
  OrderIntent order(int leg, Purpose purpose) {
    return intents().stream()
        .filter(i -> i.origin().leg() == leg && i.origin().purpose() == purpose)
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("no " + purpose + " of leg " + leg));
  }

  OrderIntent entry(int leg) {
    return order(leg, Purpose.ENTRY);
  }

  /** Leg of the Kalshi YES and of the Polymarket NO entry. */
  int yesLeg() {
    return entry(0).instrument().equals(YES) ? 0 : 1;
  }

  int noLeg() {
    return 1 - yesLeg();
  }

  List<OrderIntent> intents() {
    return effects.stream()
        .filter(Effect.Submit.class::isInstance)
        .map(Effect.Submit.class::cast)
        .flatMap(submit -> submit.intents().stream())
        .toList();
  }

  static EngineEvent sent(OrderIntent order, Instant at) {
    return new EngineEvent.OrderSent(order.id(), key(order), at);
  }

  /** What the venue knows the order by before it answers. */
  static String key(OrderIntent order) {
    return order.instrument().venue().equals(VenueId.KALSHI)
        ? order.id().value()
        : "0xdigest" + order.id().value().substring(2, 10);
  }

  static String venueId(OrderIntent order) {
    return order.instrument().venue().equals(VenueId.KALSHI)
        ? "v-" + order.id().value().substring(2, 10)
        : key(order);
  }

  static EngineEvent answered(OrderIntent order, SubmitOutcome outcome) {
    return new EngineEvent.SubmitAnswered(order.id(), outcome, Duration.ofMillis(100));
  }

  static EngineEvent accepted(OrderIntent order, OrderState state, String filled) {
    return answered(
        order, new SubmitOutcome.Accepted(venueId(order), state, Quantity.parse(filled)));
  }

  static EngineEvent unknown(OrderIntent order) {
    return answered(order, new SubmitOutcome.Unknown("timed out after 5 s"));
  }

  static EngineEvent lookedUp(OrderIntent order, OrderLookup lookup) {
    return new EngineEvent.OrderLookedUp(order.id(), lookup);
  }

  /** Sent, accepted, and in the venue's list of open orders until it has ended. */
  Rig rests(OrderIntent order) {
    venues.rests(order);
    return on(sent(order, now), accepted(order, OrderState.LIVE, "0"));
  }

  EngineEvent updated(OrderIntent order, OrderState state, String filled) {
    if (state.isTerminal()) {
      venues.restsNoMore(order);
    }
    return new EngineEvent.OrderUpdated(
        new OrderUpdate(
            order.instrument().venue(),
            order.id(),
            venueId(order),
            state,
            Quantity.parse(filled),
            "",
            now));
  }

  /** A fill of this order at its limit, as the venue's stream reports it. */
  Fill fill(OrderIntent order, String shares) {
    return fill(order, shares, order.terms().limit());
  }

  Fill fill(OrderIntent order, String shares, Price price) {
    boolean kalshi = order.instrument().venue().equals(VenueId.KALSHI);
    Quantity quantity = Quantity.parse(shares);
    var fill =
        new Fill(
            new Fill.Key(order.instrument().venue().code(), "t" + ++trades, venueId(order)),
            kalshi ? order.id() : null,
            order.instrument(),
            order.terms().side(),
            quantity,
            price,
            Fees.STANDARD.charged(
                market(order.instrument().market()).terms().fees(),
                liquidity(order),
                order.terms().side(),
                price,
                quantity),
            liquidity(order),
            kalshi ? FillStatus.FINAL : FillStatus.PROVISIONAL,
            now);
    venues.book(fill);
    return fill;
  }

  private static Fill.Liquidity liquidity(OrderIntent order) {
    return order.terms().postOnly() ? Fill.Liquidity.MAKER : Fill.Liquidity.TAKER;
  }

  static EngineEvent filled(Fill fill) {
    return new EngineEvent.FillReported(fill);
  }

  /** Sent, accepted whole, and filled whole. */
  Rig fillWhole(OrderIntent order) {
    String all = order.terms().quantity().toString();
    return on(sent(order, now), accepted(order, OrderState.FILLED, all), filled(fill(order, all)));
  }

  /** Sent, accepted with a part filled and the rest cancelled, as an IOC ends. */
  Rig fillPart(OrderIntent order, String shares) {
    return Quantity.parse(shares).isZero()
        ? on(sent(order, now), accepted(order, OrderState.CANCELLED, "0"))
        : on(
            sent(order, now),
            accepted(order, OrderState.CANCELLED, shares),
            filled(fill(order, shares)));
  }

  /** The account has this fill, from before the engine started. */
  Rig own(Fill fill) {
    venues.book(fill);
    return this;
  }

  /** What the venue says of this order from now on when it is asked; it is silent otherwise. */
  Rig lookup(OrderIntent order, Function<Instant, OrderLookup> answer) {
    lookups.put(order.id(), answer);
    return this;
  }

  /** The trade did not settle: the venue takes the fill back. */
  Rig voided(Fill fill) {
    venues.takeBack(fill);
    return on(filled(fill.withStatus(FillStatus.VOIDED)));
  }

  Rig settled(Fill fill) {
    return on(filled(fill.withStatus(FillStatus.FINAL)));
  }

  Rig venue(VenueId venue, VenueStatus.Health health) {
    String cause = health == VenueStatus.Health.UP ? "" : "told by the test";
    return on(
        new EngineEvent.VenueChanged(
            new VenueStatus(venue, VenueStatus.Part.TRADING, health, cause, now)));
  }

  /** The answer to what a person asks. */
  OperatorReply ask(OperatorRequest request) {
    var replies = new ArrayList<OperatorReply>();
    on(new EngineEvent.OperatorAsked(request, replies::add));
    return replies.getFirst();
  }

  ExecutionSnapshot execution() {
    return engine.view(now).trading().executions().getFirst();
  }

  EngineView view() {
    return engine.view(now);
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** All effects of one kind. */
  <T extends Effect> List<T> effects(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Rig forgetEffects() {
    effects.clear();
    return this;
  }

  /** The venue's account shows this much cash from now on. */
  Rig cash(VenueId venue, Usd amount) {
    venues.cash(venue, amount);
    return this;
  }

  /** From now on account reads stay without an answer. */
  Rig silenceAccounts() {
    answersAccounts = false;
    return this;
  }

  /** The venue's list does not show this fill. */
  Rig forgetFill(Fill fill) {
    venues.forget(fill);
    return this;
  }

  /** Every fill that this venue has booked. */
  List<Fill> fills(VenueId venue) {
    return venues.fills(venue);
  }

  /** Both accounts as they are. */
  Rig readAccounts() {
    VENUES.keySet().forEach(this::readAccountOf);
    return this;
  }

  Rig readAccountOf(VenueId venue) {
    return on(new EngineEvent.AccountReported(venues.account(venue, START, now)));
  }

  static Market settled(MarketId id) {
    Market market = market(id);
    return SampleMarkets.withLife(
        market, new Market.Life(MarketStatus.SETTLED, null, START, START, null));
  }

  String transcript() {
    return new Transcript().of(effects);
  }

  private void take(List<Effect> asked) {
    effects.addAll(asked);
    for (Effect effect : asked) {
      if (effect instanceof Effect.WakeAt wake) {
        timers.add(wake.due());
      }
    }
    for (Effect effect : asked) {
      if (effect instanceof Effect.ReadAccount read && answersAccounts) {
        take(
            engine.on(
                List.of(
                    new EngineEvent.AccountReported(
                        venues.account(read.venue(), read.fillsSince(), now))),
                now));
      }
      if (effect instanceof Effect.LookUp look && lookups.containsKey(look.order().id())) {
        OrderLookup answer = Objects.requireNonNull(lookups.get(look.order().id())).apply(now);
        take(engine.on(List.of(new EngineEvent.OrderLookedUp(look.order().id(), answer)), now));
      }
    }
  }
}
