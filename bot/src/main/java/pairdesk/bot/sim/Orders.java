package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * The order tasks of one process: sign, commit all intents, only then send each of them once. A
 * process that lost its lease without noticing goes on until the database refuses it.
 */
final class Orders {
  private static final Duration ENTRY_LIMIT = Duration.ofSeconds(5);
  private static final Duration HEDGE_LIMIT = Duration.ofSeconds(2);

  private final World world;
  private final Desk desk;
  private final Set<Truth.Attempt> unsent = new HashSet<>();

  Orders(World world, Desk desk) {
    this.world = world;
    this.desk = desk;
  }

  void submit(Effect.Submit plan) {
    if (plan.mode() != Mode.LIVE) {
      refused(plan, "there is no paper exchange in the simulation");
      return;
    }
    if (world.dies(desk, CrashPoint.DECIDED.of(purpose(plan)))) {
      return;
    }
    Duration pause = world.mischief().decided();
    var sent = new ArrayList<SentOrder>();
    for (OrderIntent intent : plan.intents()) {
      unsent.add(world.truth().decided(intent));
      sent.add(world.house(intent.instrument().venue()).prepare(intent, 0));
    }
    if (world.sabotage().commitsFirst()) {
      Instant began = world.time().instant().plus(pause);
      world
          .store()
          .commit(
              desk.epoch(),
              pause,
              plan,
              sent,
              outcome -> {
                committed(plan, sent, outcome);
                measured(began);
              });
    } else {
      sent.forEach(this::send);
      world.store().commit(desk.epoch(), pause, plan, sent, _ -> {});
    }
  }

  private void committed(Effect.Submit plan, List<SentOrder> sent, IntentStore.Outcome outcome) {
    if (!desk.isRunning()) {
      world.sometimes().saw(Sometimes.Event.CRASH_AFTER_COMMIT);
      return;
    }
    switch (outcome) {
      case IntentStore.Outcome.Committed() -> {
        if (!world.dies(desk, CrashPoint.COMMITTED.of(purpose(plan)))) {
          sent.forEach(order ->
              world.time().after(world.chance().millis(0, 3), "order task", () -> send(order)));
        }
      }
      case IntentStore.Outcome.Refused(var reason) -> {
        sent.forEach(order -> release(order.id()));
        refused(plan, reason);
      }
    }
  }

  private void measured(Instant began) {
    if (desk.isRunning()) {
      desk.hear(new EngineEvent.CommitMeasured(Duration.between(began, world.time().instant())));
    }
  }

  private static Purpose purpose(Effect.Submit plan) {
    return plan.intents().getFirst().origin().purpose();
  }

  private void refused(Effect.Submit plan, String reason) {
    List<ClientOrderId> ids = plan.intents().stream().map(OrderIntent::id).toList();
    desk.hear(new EngineEvent.IntentsRefused(plan.execution(), ids, reason));
  }

  private void send(SentOrder order) {
    if (!desk.isRunning()) {
      return;
    }
    String against = late(order);
    if (!against.isEmpty()) {
      release(order.id());
      desk.hear(
          new EngineEvent.SubmitAnswered(
              order.id(), new SubmitOutcome.NotSent(against), Duration.ZERO));
      return;
    }
    world.checks().leaves(order, desk.now());
    desk.hear(new EngineEvent.OrderSent(order.id(), order.venueKey(), desk.now()));
    transmit(order, 0);
    release(order.id());
    world.dies(desk, CrashPoint.LEFT.of(order.intent().origin().purpose()));
  }

  private String late(SentOrder order) {
    if (desk.epoch() != world.store().tables().epoch()) {
      return "the lease of this account is not ours";
    }
    boolean expired = desk.now().isAfter(order.intent().approval().validUntil());
    if (expired) {
      world.sometimes().saw(Sometimes.Event.APPROVAL_LATE);
    }
    return expired && world.sabotage().checksApproval() ? "the approval had run out" : "";
  }

  private void transmit(SentOrder order, int signature) {
    House house = house(order);
    Instant began = world.time().instant();
    boolean repairs = !order.intent().origin().purpose().addsRisk();
    if (repairs && house.capabilities().idempotentIds()) {
      Duration half = HEDGE_LIMIT.dividedBy(2);
      call(
          order,
          half,
          answer -> {
            if (answer instanceof Wire.Answer.Silence && mayInsist(order)) {
              call(order, half, second -> answered(order, signature, onlyYes(second), began));
            } else {
              answered(order, signature, outcome(house, answer), began);
            }
          });
    } else {
      call(
          order,
          repairs ? HEDGE_LIMIT : ENTRY_LIMIT,
          answer -> answered(order, signature, outcome(house, answer), began));
    }
  }

  private House house(SentOrder order) {
    return world.house(order.intent().instrument().venue());
  }

  private void call(
      SentOrder order, Duration limit, Consumer<Wire.Answer<SubmitOutcome>> answered) {
    var call = new Wire.Call<>("order arrives", limit, () -> arrives(house(order), order));
    world.wire().send(call, copies(order), answered);
  }

  /** As Kalshi's adapter does: a repair is sent once more while its price is approved. */
  private boolean mayInsist(SentOrder order) {
    boolean approved = desk.now().isBefore(order.intent().approval().validUntil());
    if (approved && desk.isRunning()) {
      world.sometimes().saw(Sometimes.Event.SENT_AGAIN);
      return true;
    }
    return false;
  }

  /** Whatever else is said of the second does not say what became of the first. */
  private static SubmitOutcome onlyYes(Wire.Answer<SubmitOutcome> second) {
    return second instanceof Wire.Answer.Got<SubmitOutcome>(SubmitOutcome.Accepted accepted)
        ? accepted
        : new SubmitOutcome.Unknown("no answer, and none to the same again");
  }

  private Wire.Copies copies(SentOrder order) {
    return world
        .truth()
        .attempt(order.id())
        .<Wire.Copies>map(attempt ->
            new Wire.Copies() {
              @Override
              public void departs() {
                attempt.departs();
              }

              @Override
              public void gone() {
                attempt.gone();
              }
            })
        .orElse(Wire.Copies.UNTRACKED);
  }

  private SubmitOutcome arrives(House house, SentOrder order) {
    Optional<Truth.Attempt> attempt = world.truth().attempt(order.id());
    if (attempt.filter(Truth.Attempt::isRefused).isPresent()) {
      return new SubmitOutcome.Rejected(RejectCode.OTHER, "refused before");
    }
    world.settlement().draw();
    SubmitOutcome outcome =
        world.chance().in(world.faults().venue().refuses())
            ? new SubmitOutcome.Rejected(RejectCode.OTHER, "the venue refuses it")
            : house.place(order);
    if (outcome instanceof SubmitOutcome.Rejected || outcome instanceof SubmitOutcome.NotSent) {
      attempt.ifPresent(Truth.Attempt::refused);
    }
    world.trace().note(world.time().instant(), "placed", order.id() + " " + outcome);
    world.dies(desk, CrashPoint.ARRIVED.of(order.intent().origin().purpose()));
    return outcome;
  }

  private static SubmitOutcome outcome(House house, Wire.Answer<SubmitOutcome> answer) {
    return switch (answer) {
      case Wire.Answer.Got<SubmitOutcome>(SubmitOutcome got) -> got;
      case Wire.Answer.NotSent<SubmitOutcome>() -> new SubmitOutcome.NotSent("refused");
      case Wire.Answer.Silence<SubmitOutcome>() ->
          new SubmitOutcome.Unknown("no answer from " + house.id());
    };
  }

  private void answered(SentOrder order, int signature, SubmitOutcome outcome, Instant began) {
    if (!desk.isRunning() || world.dies(desk, CrashPoint.ANSWERED)) {
      return;
    }
    world.health(order.intent().instrument().venue()).answered(outcome);
    count(order, outcome);
    if (outcome instanceof SubmitOutcome.Unknown && signature == 0) {
      retry(order);
    }
    if (leavesRest(order, outcome)) {
      cancelRest(order, (SubmitOutcome.Accepted) outcome, began);
    } else {
      tell(order, outcome, began);
    }
  }

  /** Only a planted bug ever does. */
  private void retry(SentOrder order) {
    House house = world.house(order.intent().instrument().venue());
    SentOrder again = house.prepare(order.intent(), 1);
    switch (world.sabotage().afterTimeout()) {
      case NEVER -> {}
      case SIGNED_AGAIN -> transmit(again, 1);
      case NEW_ID ->
          transmit(
              new SentOrder(
                  order.intent(),
                  new ClientOrderId(order.id() + "-again"),
                  "0x" + order.id() + "-again-1",
                  order.group()),
              1);
    }
  }

  private void count(SentOrder order, SubmitOutcome outcome) {
    world.checks().figures().answered(order.intent().origin().execution(), outcome);
    boolean refusedSale =
        order.intent().terms().side() == Side.SELL
            && outcome instanceof SubmitOutcome.Rejected(var code, _)
            && code == RejectCode.INSUFFICIENT_BALANCE;
    if (refusedSale) {
      world.sometimes().saw(Sometimes.Event.SALE_REFUSED);
    }
  }

  private static boolean leavesRest(SentOrder order, SubmitOutcome outcome) {
    return outcome instanceof SubmitOutcome.Accepted accepted
        && !accepted.state().isTerminal()
        && order.group() == null
        && PolymarketHouse.isExactTaker(order.intent().terms());
  }

  /** As Polymarket's adapter does: what rests of a taker is cancelled, and then looked at. */
  private void cancelRest(SentOrder order, SubmitOutcome.Accepted accepted, Instant began) {
    House house = world.house(order.intent().instrument().venue());
    OrderRef ref = order.ref(began);
    world
        .wire()
        .send(
            new Wire.Call<>("rest cancelled", HEDGE_LIMIT, () -> house.cancel(ref)),
            Wire.Copies.UNTRACKED,
            _ ->
                world
                    .wire()
                    .ask(
                        new Wire.Call<>("rest read", HEDGE_LIMIT, () -> read(house, ref)),
                        read -> tell(order, afterRest(accepted, read), began)));
  }

  private OrderLookup read(House house, OrderRef ref) {
    Instant now = world.time().instant();
    return house.lookUp(ref, now, now, false);
  }

  private static SubmitOutcome afterRest(
      SubmitOutcome.Accepted accepted, Wire.Answer<OrderLookup> read) {
    return read instanceof Wire.Answer.Got<OrderLookup>(OrderLookup.Found found)
        ? new SubmitOutcome.Accepted(found.venueOrderId(), found.state(), found.filled())
        : accepted;
  }

  private void tell(SentOrder order, SubmitOutcome outcome, Instant began) {
    Duration latency = Duration.between(began, world.time().instant());
    desk.hear(new EngineEvent.SubmitAnswered(order.id(), outcome, latency));
  }

  void cancel(OrderRef order) {
    House house = world.house(order.instrument().venue());
    world
        .wire()
        .send(
            new Wire.Call<>("cancel arrives", HEDGE_LIMIT, () -> house.cancel(order)),
            Wire.Copies.UNTRACKED,
            answer -> cancelAnswered(order, answer));
    world.dies(desk, CrashPoint.CANCEL_LEFT);
  }

  private void cancelAnswered(OrderRef order, Wire.Answer<CancelOutcome> answer) {
    if (world.dies(desk, CrashPoint.CANCEL_ANSWERED)) {
      return;
    }
    desk.hear(
        new EngineEvent.CancelAnswered(
            order.id(),
            answer instanceof Wire.Answer.Got<CancelOutcome>(CancelOutcome got)
                ? got
                : new CancelOutcome.Unknown("no answer")));
  }

  void cancelAll() {
    for (House house : world.houses()) {
      world
          .wire()
          .send(
              new Wire.Call<>(
                  "cancel-all arrives",
                  ENTRY_LIMIT,
                  () -> {
                    house.cancelAll();
                    return true;
                  }),
              Wire.Copies.UNTRACKED,
              _ -> {});
    }
  }

  /**
   * @param fence whether an order that is not there is kept from arriving
   */
  void lookUp(OrderRef order, boolean fence) {
    House house = world.house(order.instrument().venue());
    Instant asOf = desk.now();
    boolean unreadable = world.chance().in(world.faults().venue().unreadable());
    world
        .wire()
        .ask(
            new Wire.Call<>(
                "look-up arrives", ENTRY_LIMIT, () -> lookUp(house, order, asOf, fence)),
            answer ->
                desk.hear(
                    new EngineEvent.OrderLookedUp(
                        order.id(),
                        answer instanceof Wire.Answer.Got<OrderLookup>(OrderLookup got)
                                && !unreadable
                            ? got
                            : new OrderLookup.Unreadable("a page is missing"))));
  }

  private OrderLookup lookUp(House house, OrderRef order, Instant asOf, boolean fence) {
    boolean lags = world.chance().in(world.faults().venue().laggingReads());
    Instant seen = world.time().instant();
    Instant until = lags ? seen.minusMillis(1_000) : seen;
    return fence
        ? house.lookUp(order, asOf, until, world.sabotage().fences())
        : house.glance(order, asOf, until);
  }

  private void release(ClientOrderId id) {
    world.truth().attempt(id).filter(unsent::remove).ifPresent(Truth.Attempt::gone);
  }

  /** Another process takes over: what is not committed by then is refused. */
  void cutOff() {
    unsent.removeIf(attempt -> {
      boolean never = !world.store().tables().isCommitted(attempt.intent.id());
      if (never) {
        attempt.gone();
      }
      return never;
    });
  }

  /** The process is dead: what it had not sent will never leave. */
  void crash() {
    for (Truth.Attempt attempt : unsent) {
      attempt.gone();
      if (!world.store().tables().isCommitted(attempt.intent.id())) {
        world.sometimes().saw(Sometimes.Event.CRASH_BEFORE_COMMIT);
      }
    }
    unsent.clear();
  }
}
