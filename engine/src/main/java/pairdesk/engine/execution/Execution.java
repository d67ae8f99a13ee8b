package pairdesk.engine.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;

/**
 * One attempt to trade one opportunity, immutable: its transition methods return the next one, the
 * engine holds the current one. What was bought and sold is not in here but in its orders.
 */
public record Execution(
    ExecutionId id,
    Origin origin,
    Plan plan,
    Mode mode,
    Stage stage,
    Times times,
    Denials denials) {

  /**
   * Where it comes from.
   *
   * @param pair null for strategies on one venue
   * @param verdict id of the verdict that allowed it
   * @param expected net edge at the decision
   */
  public record Origin(
      OpportunityId opportunity,
      String strategy,
      @Nullable PairId pair,
      String verdict,
      Usd expected) {}

  /**
   * Where it stands.
   *
   * @param since when the state was entered
   * @param surplus the imbalance that the state deals with; null when there is none yet
   * @param doubted when the book of a leg was confirmed that looked like a ghost, by the leg
   * @param note what happened last, one sentence for people
   */
  public record Stage(
      ExecutionState state,
      Instant since,
      Tries tries,
      @Nullable Surplus surplus,
      Map<Integer, Instant> doubted,
      String note) {
    public Stage {
      doubted = Map.copyOf(doubted);
    }
  }

  /**
   * Orders sent in the present state.
   *
   * @param last the epoch when there was none
   */
  public record Tries(int count, Instant last) {
    static final Tries NONE = new Tries(0, Instant.EPOCH);
  }

  /**
   * Shares without a counterpart.
   *
   * @param shares of each leg
   */
  public record Surplus(List<Quantity> shares) {
    public Surplus {
      shares = List.copyOf(shares);
    }

    /** No leg holds more of them than before. */
    boolean isWithin(Surplus before) {
      return IntStream.range(0, shares.size())
          .noneMatch(leg -> shares.get(leg).isGreaterThan(before.shares.get(leg)));
    }
  }

  /**
   * @param hedged when the legs were equal at last; null until then
   * @param exposed since when more than the limit is unhedged; null when it is not
   * @param alarmed when people were last told of it; null when they were not
   */
  public record Times(
      Instant started,
      Instant updated,
      @Nullable Instant hedged,
      @Nullable Instant exposed,
      @Nullable Instant alarmed) {}

  /** Its entry orders are being sent. */
  public static Execution working(
      ExecutionId id, Origin origin, Plan plan, Mode mode, Instant now) {
    return new Execution(
        id,
        origin,
        plan,
        mode,
        new Stage(ExecutionState.WORKING, now, Tries.NONE, null, Map.of(), "orders are sent"),
        new Times(now, now, null, null, null),
        Denials.NONE);
  }

  /**
   * As it was stored: times within its state count on from the last change.
   *
   * @param intents its orders, which say by what plan they were sent
   */
  public static Execution restored(
      ExecutionSnapshot stored, String verdict, Collection<OrderIntent> intents) {
    var legs =
        stored.legs().stream().map(leg -> new PlanLeg(leg.instrument(), leg.worst())).toList();
    return new Execution(
        stored.id(),
        new Origin(
            stored.opportunity(),
            stored.strategy(),
            stored.pair(),
            verdict,
            stored.result().expected()),
        Plan.of(
            new Plan.Sweep(stored.planned(), legs, stored.paying(), Plan.Sending.AT_ONCE), intents),
        stored.mode(),
        new Stage(
            stored.state(),
            stored.times().updated(),
            Tries.NONE,
            null,
            Map.of(),
            stored.result().note()),
        new Times(
            stored.times().started(),
            stored.times().updated(),
            stored.times().hedged(),
            null,
            null),
        Denials.NONE);
  }

  public ExecutionState state() {
    return stage.state();
  }

  public boolean isClosed() {
    return state().isClosed();
  }

  /** Enters a state anew. */
  public Execution to(ExecutionState next, @Nullable Surplus surplus, String note, Instant now) {
    return withStage(new Stage(next, now, Tries.NONE, surplus, Map.of(), note), now);
  }

  Execution tried(String note, Instant now) {
    var tries = new Tries(stage.tries().count() + 1, now);
    return withStage(
        new Stage(state(), stage.since(), tries, stage.surplus(), stage.doubted(), note), now);
  }

  /** What stood in the way last. */
  public Execution noted(String note, Instant now) {
    return withStage(
        new Stage(state(), stage.since(), stage.tries(), stage.surplus(), stage.doubted(), note),
        now);
  }

  /** Our own gate denied what was wanted; nothing was sent. */
  public Execution denied(OrderWish wish, String note, Instant now) {
    Execution noted = noted(note, now);
    return new Execution(
        id, origin, plan, mode, noted.stage(), noted.times(), denials.plus(wish, now));
  }

  Execution doubting(int leg, Instant bookConfirmed, Instant now) {
    var doubted = new HashMap<>(stage.doubted());
    doubted.put(leg, bookConfirmed);
    return withStage(
        new Stage(
            state(),
            stage.since(),
            stage.tries(),
            stage.surplus(),
            doubted,
            "the book looks like a ghost; a second read is awaited"),
        now);
  }

  Execution watching(Surplus surplus) {
    return new Execution(
        id,
        origin,
        plan,
        mode,
        new Stage(state(), stage.since(), stage.tries(), surplus, stage.doubted(), stage.note()),
        times,
        denials);
  }

  Execution exposedSince(@Nullable Instant since) {
    Instant alarmed = since == null ? null : times.alarmed();
    return withTimes(new Times(times.started(), times.updated(), times.hedged(), since, alarmed));
  }

  Execution alarmed(Instant now) {
    return withTimes(
        new Times(times.started(), times.updated(), times.hedged(), times.exposed(), now));
  }

  Execution hedged(@Nullable Instant at) {
    return withTimes(
        new Times(times.started(), times.updated(), at, times.exposed(), times.alarmed()));
  }

  public ExecutionSnapshot snapshot(Stand stand) {
    return new ExecutionSnapshot(
        id,
        origin.opportunity(),
        origin.strategy(),
        origin.pair(),
        mode,
        state(),
        plan.shares(),
        plan.paying(),
        stand.legs().stream().map(LegStand::snapshot).toList(),
        new ExecutionSnapshot.Result(origin.expected(), stand.realised(), stage.note()),
        new ExecutionSnapshot.Times(times.started(), times.updated(), times.hedged()));
  }

  private Execution withStage(Stage next, Instant now) {
    return new Execution(
        id,
        origin,
        plan,
        mode,
        next,
        new Times(times.started(), now, times.hedged(), times.exposed(), times.alarmed()),
        denials);
  }

  private Execution withTimes(Times next) {
    return new Execution(id, origin, plan, mode, stage, next, denials);
  }
}
