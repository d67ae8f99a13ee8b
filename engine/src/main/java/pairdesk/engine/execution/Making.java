package pairdesk.engine.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.book.Book;
import pairdesk.engine.execution.Execution.Surplus;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer.Quote;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.MakerPricer;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/**
 * A bid that rests on one venue, and the hedge of what it fills on the other. While the bid may
 * still fill it is treated as live, whatever was asked of its venue. When a hedge does not succeed
 * in time the rules for two legs that differ decide, as for any other plan.
 */
final class Making {
  private static final int BID = 0;
  private static final int HEDGE = 1;

  private final ExecutionSettings settings;
  private final Remedies remedies;
  private final MakerPricer pricer;
  private final HedgePrice hedgePrice;

  Making(ExecutionSettings settings, Remedies remedies, Fees fees) {
    this.settings = settings;
    this.remedies = remedies;
    this.pricer = new MakerPricer(fees, settings.resting().rules());
    this.hedgePrice = new HedgePrice(settings.resting().hedgeAbovePlan(), remedies);
  }

  OrderWish bid(Plan.MakerTaker plan, Instant now) {
    return new OrderWish(
        BID,
        Purpose.ENTRY,
        new OrderIntent.Terms(
            Side.BUY,
            plan.shares(),
            plan.legs().get(BID).worst(),
            TimeInForce.GTD,
            true,
            now.plus(settings.resting().expiry())));
  }

  /** Empty when it is not for this part to say, or no longer. */
  Optional<Step> next(Execution execution, Stand stand, Scene scene) {
    if (!(execution.plan() instanceof Plan.MakerTaker plan)
        || execution.state() != ExecutionState.WORKING) {
      return Optional.empty();
    }
    Execution watched = watched(execution, stand, scene);
    if (isGivenUp(watched, stand, scene)) {
      return stand.isWaiting() ? Optional.of(givenUp(watched, stand, scene)) : Optional.empty();
    }
    Optional<OrderWish> hedge = hedge(watched, stand, scene);
    if (!stand.isWaiting() && hedge.isEmpty() && hedgeable(watched, stand, scene).isEmpty()) {
      return Optional.empty();
    }
    Step step =
        hedge
            .map(wish -> Step.wish(watched.tried("hedging what was filled", scene.now()), wish))
            .orElseGet(() -> Step.stay(watched))
            .orAt(again(watched, stand, scene));
    return Optional.of(withdrawn(step, plan, stand, scene));
  }

  /** Remembers since when something is without its hedge; what one left whole is new. */
  private static Execution watched(Execution execution, Stand stand, Scene scene) {
    Surplus before = execution.stage().surplus();
    Quantity naked = naked(stand);
    if (naked.isZero()) {
      return before == null
          ? execution
          : execution.to(ExecutionState.WORKING, null, "what was filled is hedged", scene.now());
    }
    var surplus = new Surplus(List.of(naked, Quantity.ZERO));
    LegStand hedge = stand.legs().get(HEDGE);
    boolean anew = execution.stage().tries().count() > 0 && isSettled(hedge) && isWhole(hedge);
    return before == null || anew
        ? execution.to(ExecutionState.WORKING, surplus, "hedging what was filled", scene.now())
        : execution.watching(surplus);
  }

  private static boolean isSettled(LegStand leg) {
    return !leg.open().unresolved();
  }

  private static boolean isWhole(LegStand leg) {
    return leg.bought().whole();
  }

  /** Filled shares of the bid without a hedge, by best knowledge. */
  private static Quantity naked(Stand stand) {
    return stand.legs().get(BID).held().minusOrZero(stand.legs().get(HEDGE).held());
  }

  /** Too long, too often, too much, or the wrong way round after a fill was taken back. */
  private boolean isGivenUp(Execution execution, Stand stand, Scene scene) {
    if (isTurned(stand)) {
      return true;
    }
    if (execution.stage().surplus() == null) {
      return false;
    }
    Instant exposed = execution.times().exposed();
    return isRefused(stand, scene)
        || isGone(stand, scene)
        || scene.isDue(execution.stage().since(), settings.patience().alarm())
        || isTired(execution, stand)
        || (exposed != null && scene.isDue(exposed, settings.patience().exposed()));
  }

  /**
   * Nothing more fills, and the hedge is not to be had at its price: what else is there, at once.
   */
  private boolean isGone(Stand stand, Scene scene) {
    return !stand.isWaiting() && isOutOfReach(stand, scene);
  }

  private boolean isOutOfReach(Stand stand, Scene scene) {
    return hedgePrice.isOutOfReach(stand.legs().get(HEDGE), naked(stand), scene);
  }

  private boolean isTired(Execution execution, Stand stand) {
    return isSettled(stand.legs().get(HEDGE))
        && execution.stage().tries().count() >= settings.retries().beforePause();
  }

  /** By our own gate, or by the venue for a reason that will hold. */
  private boolean isRefused(Stand stand, Scene scene) {
    Refusals refusals = stand.legs().get(HEDGE).purchases();
    return remedies.isPaused(stand, scene, HEDGE, Side.BUY)
        && (refusals.row() == 0 || refusals.lasting());
  }

  /** A fill of the bid was taken back after its hedge. */
  private static boolean isTurned(Stand stand) {
    return stand.legs().get(HEDGE).held().isGreaterThan(stand.legs().get(BID).held());
  }

  private Step givenUp(Execution execution, Stand stand, Scene scene) {
    Execution uneven =
        execution.to(
            ExecutionState.UNEVEN,
            execution.stage().surplus(),
            isTurned(stand)
                ? "a fill of the bid was taken back"
                : "what was filled could not be hedged in time",
            scene.now());
    return Step.stay(uneven).withCancel(scene.now().plus(settings.patience().cancel()));
  }

  /** What the hedge's venue takes of it now, if anything. */
  private Optional<Quantity> hedgeable(Execution execution, Stand stand, Scene scene) {
    LegStand leg = stand.legs().get(HEDGE);
    Market market = market(leg, scene);
    boolean able = leg.mayBuy() && scene.takes(market.id().venue());
    return able
        ? Remedies.size(market, naked(stand), Side.BUY, limit(execution, stand, scene))
        : Optional.empty();
  }

  private Optional<OrderWish> hedge(Execution execution, Stand stand, Scene scene) {
    return scene.now().isBefore(hedgeFrom(execution, stand, scene)) || isOutOfReach(stand, scene)
        ? Optional.empty()
        : hedgeable(execution, stand, scene)
            .map(shares ->
                new OrderWish(
                    HEDGE,
                    Purpose.HEDGE,
                    new OrderIntent.Terms(
                        Side.BUY,
                        shares,
                        limit(execution, stand, scene),
                        TimeInForce.IOC,
                        false,
                        null)));
  }

  /** One that fell short is not repeated at once, unless a newer book shows what to do. */
  private Instant hedgeFrom(Execution execution, Stand stand, Scene scene) {
    LegStand leg = stand.legs().get(HEDGE);
    Instant last = execution.stage().tries().last();
    Instant next =
        isWhole(leg)
            ? leg.open().news().plus(settings.resting().between())
            : scene.bookAfter(leg.answered(last), leg.plan().instrument()).isPresent()
                ? scene.now()
                : last.plus(settings.retries().spacing());
    Instant reopens = remedies.reopens(stand, scene, HEDGE, Side.BUY);
    return next.isAfter(reopens) ? next : reopens;
  }

  private Price limit(Execution execution, Stand stand, Scene scene) {
    boolean first = execution.stage().tries().count() == 0;
    return hedgePrice.limit(stand.legs().get(HEDGE), naked(stand), first, scene);
  }

  /** Has the bid cancelled when there is a reason to. */
  private Step withdrawn(Step step, Plan.MakerTaker plan, Stand stand, Scene scene) {
    if (!stand.legs().get(BID).open().waiting()) {
      return step;
    }
    Optional<String> why = whyWithdrawn(step.next(), plan, stand, scene);
    if (why.isEmpty()) {
      return step;
    }
    String note = "the bid is withdrawn: " + why.get();
    boolean told =
        stand.legs().get(BID).open().cancelling() || step.next().stage().note().equals(note);
    return (told ? step : step.withNext(step.next().noted(note, scene.now())))
        .withCancel(scene.now().plus(settings.patience().cancel()));
  }

  private Optional<String> whyWithdrawn(
      Execution execution, Plan.MakerTaker plan, Stand stand, Scene scene) {
    if (stand.legs().get(BID).open().cancelling()) {
      return Optional.of("it was asked to be cancelled");
    }
    if (!scene.bounds().resting().stop().isEmpty()) {
      return Optional.of(scene.bounds().resting().stop());
    }
    Instant until = scene.bounds().resting().until();
    if (until != null && !scene.now().isBefore(until)) {
      return Optional.of("a market closes soon");
    }
    return unhedged(execution, stand, scene).or(() -> unwanted(execution, plan, stand, scene));
  }

  /** What it has filled already is not hedged as it should be. */
  private Optional<String> unhedged(Execution execution, Stand stand, Scene scene) {
    if (execution.stage().surplus() == null) {
      return Optional.empty();
    }
    LegStand hedge = stand.legs().get(HEDGE);
    if (isSettled(hedge) && !isWhole(hedge)) {
      return Optional.of("its hedge fell short");
    }
    if (isOutOfReach(stand, scene)) {
      return Optional.of("the other venue's price has run away");
    }
    return scene.isDue(execution.stage().since(), settings.resting().collect())
        ? Optional.of("what it filled is not hedged yet")
        : Optional.empty();
  }

  /** It would not earn enough any more, or will not be filled where it stands. */
  private Optional<String> unwanted(
      Execution execution, Plan.MakerTaker plan, Stand stand, Scene scene) {
    Optional<Quote> maker = quote(plan.legs().get(BID).instrument(), scene);
    Optional<Quote> hedge = quote(plan.legs().get(HEDGE).instrument(), scene);
    if (maker.isEmpty() || hedge.isEmpty()) {
      return Optional.of("a book is stale");
    }
    Price price = plan.legs().get(BID).worst();
    Quantity remaining = plan.shares().minusOrZero(stand.legs().get(BID).bought().quantity());
    var bid = new MakerPricer.Bid(maker.get(), price, hedge.get());
    if (!remaining.isZero() && !pricer.pays(bid, remaining, scene.now())) {
      return Optional.of("the other venue's price leaves no edge");
    }
    Instant since = execution.stage().since();
    if (execution.stage().surplus() == null && scene.isDue(since, settings.patience().order())) {
      return Optional.of("nothing filled in " + settings.patience().order().toSeconds() + " s");
    }
    boolean outbid =
        !maker.get().book().bids().isEmpty()
            && maker.get().book().bids().best().price().isGreaterThan(price);
    return outbid && scene.isDue(since, settings.resting().spacing())
        ? Optional.of("somebody bids more")
        : Optional.empty();
  }

  private static Optional<Quote> quote(Instrument instrument, Scene scene) {
    return scene
        .market(instrument.market())
        .filter(market -> Fees.knows(market.terms().fees()))
        .flatMap(market -> scene.book(instrument).map(book -> new Quote(market, book)));
  }

  /** The next moment at which time alone changes something. */
  private Instant again(Execution execution, Stand stand, Scene scene) {
    Instant since = execution.stage().since();
    ExecutionSettings.Patience patience = settings.patience();
    Stream<Instant> hedging =
        execution.stage().surplus() == null
            ? Stream.of(since.plus(settings.resting().spacing()), since.plus(patience.order()))
            : Stream.of(
                since.plus(settings.resting().collect()),
                since.plus(patience.alarm()),
                hedgeFrom(execution, stand, scene));
    Stream<Instant> books =
        execution.plan().legs().stream()
            .flatMap(leg -> scene.book(leg.instrument()).stream())
            .map(Book::confirmedAt)
            .map(confirmed -> confirmed.plus(scene.bounds().maxBookAge()));
    Stream<Instant> close = Stream.ofNullable(scene.bounds().resting().until());
    return Stream.of(hedging, books, close)
        .flatMap(moments -> moments)
        .filter(scene.now()::isBefore)
        .min(Instant::compareTo)
        .orElseGet(() -> scene.now().plus(patience.cancel()));
  }

  private static Market market(LegStand leg, Scene scene) {
    return scene.market(leg.plan().instrument().market()).orElseThrow();
  }
}
