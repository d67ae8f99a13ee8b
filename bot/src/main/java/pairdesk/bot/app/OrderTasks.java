package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.Submission;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * Carries out what the engine decided about orders: one virtual thread per plan signs, commits all
 * intents, and only then sends each of them, once.
 */
public final class OrderTasks implements AutoCloseable {
  private static final Duration ENTRY_LIMIT = Duration.ofSeconds(5);
  private static final Duration HEDGE_LIMIT = Duration.ofSeconds(2);

  private final Gateways gateways;
  private final IntentStore intents;
  private final Function<MarketId, Optional<Market>> markets;
  private final Supplier<Boolean> mayStillSend;
  private final InstantSource clock;
  private final Consumer<EngineEvent> inbox;
  private final Logger log;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("order-", 0).factory());

  private volatile boolean stopping;

  /**
   * @param mayStillSend whether the lease is ours long enough for one call
   */
  public record Parts(
      Gateways gateways,
      IntentStore intents,
      Function<MarketId, Optional<Market>> markets,
      Supplier<Boolean> mayStillSend,
      InstantSource clock) {}

  public OrderTasks(Parts parts, Consumer<EngineEvent> inbox) {
    this(parts, inbox, LoggerFactory.getLogger(OrderTasks.class));
  }

  /**
   * @param log where orders and their answers are noted
   */
  OrderTasks(Parts parts, Consumer<EngineEvent> inbox, Logger log) {
    this.log = log;
    this.gateways = parts.gateways();
    this.intents = parts.intents();
    this.markets = parts.markets();
    this.mayStillSend = parts.mayStillSend();
    this.clock = parts.clock();
    this.inbox = inbox;
  }

  /** Returns at once; what becomes of it comes back as events. */
  public void submit(Effect.Submit plan) {
    threads.execute(() -> run(plan));
  }

  /** From now on plans that add risk are refused: the desk is stopping. */
  void refuseEntries() {
    stopping = true;
  }

  private void run(Effect.Submit plan) {
    List<PreparedOrder> orders = new ArrayList<>();
    String problem = againstEntries(plan);
    if (problem.isEmpty()) {
      problem = prepare(plan, orders);
    }
    if (!problem.isEmpty()) {
      refuse(plan, problem);
      return;
    }
    Instant now = clock.instant();
    IntentStore.Outcome outcome = commit(plan, orders, now);
    Duration took = Duration.between(now, clock.instant());
    List<Begun> begun =
        switch (outcome) {
          case IntentStore.Outcome.Refused(var reason) -> {
            refuse(plan, reason);
            yield List.of();
          }
          case IntentStore.Outcome.Committed() -> sendAll(plan.mode(), orders);
        };
    inbox.accept(new EngineEvent.CommitMeasured(took));
    finish(begun);
  }

  /**
   * What stands against a plan that adds risk and the engine does not see; empty when nothing does.
   */
  private String againstEntries(Effect.Submit plan) {
    if (plan.intents().stream().noneMatch(i -> i.origin().purpose().addsRisk())) {
      return "";
    }
    return stopping ? "the desk is stopping" : crowded(plan);
  }

  /** A leg that waits for the rate budget would leave when the others have filled. */
  private String crowded(Effect.Submit plan) {
    var orders = new TreeMap<VenueId, Integer>();
    plan.intents().forEach(i -> orders.merge(i.instrument().venue(), 1, Integer::sum));
    for (Map.Entry<VenueId, Integer> venue : orders.entrySet()) {
      Duration wait =
          gateways
              .of(plan.mode(), venue.getKey())
              .map(gateway -> gateway.untilRoom(venue.getValue()))
              .orElse(Duration.ZERO);
      if (!wait.isZero()) {
        return "%s: its rate budget is used up for %d ms"
            .formatted(venue.getKey().label(), Math.max(1, wait.toMillis()));
      }
    }
    return "";
  }

  /**
   * All at once: this thread, which is awake, hands over each. None when one may not leave.
   *
   * @return those whose answers are to be awaited
   */
  private List<Begun> sendAll(Mode mode, List<PreparedOrder> orders) {
    Instant now = clock.instant();
    Optional<String> late = orders.stream().flatMap(o -> Stream.ofNullable(late(o, now))).findAny();
    if (late.isPresent()) {
      orders.forEach(o -> notSent(o.intent().id(), late.get()));
      return List.of();
    }
    return orders.stream().map(order -> new Begun(order, now, handOver(mode, order))).toList();
  }

  /** The last one on this thread. */
  private void finish(List<Begun> begun) {
    if (!begun.isEmpty()) {
      begun.subList(0, begun.size() - 1).forEach(this::finishBeside);
      finish(begun.getLast());
    }
  }

  /** On a thread of its own; on this one where none begins any more: what has left is heard out. */
  private void finishBeside(Begun begun) {
    try {
      threads.execute(() -> finish(begun));
    } catch (RejectedExecutionException e) {
      finish(begun);
    }
  }

  /** An order of which only the answer is missing. */
  private record Begun(PreparedOrder order, Instant at, Submission submission) {}

  private IntentStore.Outcome commit(Effect.Submit plan, List<PreparedOrder> orders, Instant now) {
    try {
      return intents.commit(plan.mode(), orders, plan.grounds(), now);
    } catch (RuntimeException e) { // whatever the database does, without its word nothing leaves
      log.atError()
          .addKeyValue("execution", plan.execution())
          .setCause(e)
          .log("intents not committed");
      return new IntentStore.Outcome.Refused("the database did not commit: " + e.getMessage());
    }
  }

  private String prepare(Effect.Submit plan, List<PreparedOrder> orders) {
    for (OrderIntent intent : plan.intents()) {
      Market market = markets.apply(intent.instrument().market()).orElse(null);
      OrderGateway gateway = gateway(plan.mode(), intent.instrument());
      if (market == null || gateway == null) {
        return "no market data for " + intent.instrument();
      }
      try {
        orders.add(gateway.prepare(intent, market));
      } catch (RuntimeException e) { // a defect of an adapter must not leave an order in the air
        log.atWarn().addKeyValue("order", intent.id()).setCause(e).log("order not prepared");
        return intent.instrument() + ": " + e.getMessage();
      }
    }
    return "";
  }

  private void refuse(Effect.Submit plan, String reason) {
    log.atInfo()
        .addKeyValue("execution", plan.execution())
        .addKeyValue("reason", reason)
        .log("nothing sent");
    inbox.accept(
        new EngineEvent.IntentsRefused(
            plan.execution(), plan.intents().stream().map(OrderIntent::id).toList(), reason));
  }

  private Submission handOver(Mode mode, PreparedOrder order) {
    Duration limit = order.intent().origin().purpose().addsRisk() ? ENTRY_LIMIT : HEDGE_LIMIT;
    try {
      OrderGateway gateway = Objects.requireNonNull(gateway(mode, order.intent().instrument()));
      return gateway.begin(order, limit);
    } catch (RuntimeException e) { // a defect of an adapter must not look like "not sent"
      return Submission.later(() -> failed(order, e));
    }
  }

  private void finish(Begun begun) {
    ClientOrderId id = begun.order().intent().id();
    inbox.accept(new EngineEvent.OrderSent(id, begun.order().venueKey(), begun.at()));
    SubmitOutcome outcome;
    try {
      outcome = begun.submission().await();
    } catch (RuntimeException e) { // as above
      outcome = failed(begun.order(), e);
    }
    answered(id, outcome, Duration.between(begun.at(), clock.instant()));
  }

  private SubmitOutcome failed(PreparedOrder order, RuntimeException e) {
    log.atError()
        .addKeyValue("order", order.intent().id())
        .setCause(e)
        .log("the adapter failed while sending");
    return new SubmitOutcome.Unknown("the adapter failed: " + e);
  }

  private @Nullable String late(PreparedOrder order, Instant now) {
    if (now.isAfter(order.intent().approval().validUntil())) {
      return "the approval had run out";
    }
    return mayStillSend.get() ? null : "the lease of this account is not ours";
  }

  private @Nullable OrderGateway gateway(Mode mode, Instrument instrument) {
    return gateways.of(mode, instrument.venue()).orElse(null);
  }

  private void notSent(ClientOrderId id, String reason) {
    answered(id, new SubmitOutcome.NotSent(reason), Duration.ZERO);
  }

  private void answered(ClientOrderId id, SubmitOutcome outcome, Duration latency) {
    log.atInfo().addKeyValue("order", id).addKeyValue("outcome", outcome).log("order answered");
    inbox.accept(new EngineEvent.SubmitAnswered(id, outcome, latency));
  }

  void cancel(Effect.Cancel effect) {
    threads.execute(() -> {
      OrderGateway gateway = gateway(effect.mode(), effect.order().instrument());
      if (gateway != null) {
        var outcome = gateway.cancel(effect.order(), HEDGE_LIMIT);
        inbox.accept(new EngineEvent.CancelAnswered(effect.order().id(), outcome));
      }
    });
  }

  /** Asks every venue, real and on paper, to cancel everything, each on a thread of its own. */
  void cancelAll() {
    gateways.all().forEach(gateway -> threads.execute(() -> cancelAll(gateway)));
  }

  private void cancelAll(OrderGateway gateway) {
    var outcome = gateway.cancelAll(ENTRY_LIMIT);
    log.atWarn()
        .addKeyValue("venue", gateway.venue())
        .addKeyValue("outcome", outcome)
        .log("cancel all");
  }

  void lookUp(Effect.LookUp effect) {
    threads.execute(() -> {
      OrderGateway gateway = gateway(effect.mode(), effect.order().instrument());
      if (gateway != null) {
        OrderLookup lookup =
            effect.fence()
                ? gateway.lookup(effect.order(), ENTRY_LIMIT)
                : gateway.glance(effect.order(), ENTRY_LIMIT);
        log.atInfo()
            .addKeyValue("order", effect.order().id())
            .addKeyValue("lookup", lookup)
            .log("order looked up");
        inbox.accept(new EngineEvent.OrderLookedUp(effect.order().id(), lookup));
      }
    });
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    threads.close();
  }
}
