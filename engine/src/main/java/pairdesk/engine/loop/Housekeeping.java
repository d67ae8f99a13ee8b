package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.risk.BreakerFact;

/** What is looked at of an account once a batch, whatever happened in it. */
final class Housekeeping {
  private final Parts parts;
  private final EnginePairs pairs;
  private final EngineSettings.Doubts doubts;
  private final Set<ExecutionId> asked = new TreeSet<>();
  private final Duration round;
  private final Set<String> payouts;
  private Map<VenueId, List<Instant>> unknown = Map.of();
  private Instant cancelled = Instant.EPOCH;

  Housekeeping(Parts parts, EngineSettings.Rhythm rhythm) {
    this.parts = parts;
    this.pairs = new EnginePairs(parts.markets());
    this.doubts = rhythm.doubts();
    this.round = rhythm.reads().halted();
    this.payouts = new TreeSet<>(parts.ledger().portfolio().payoutDifferences());
  }

  /** Tells the breakers where money and orders stand. Before anything new is begun. */
  void breakers(Turn turn) {
    if (parts.ledger().takeChanged()) {
      money(turn);
    }
    unknown(parts.resolver().unknown(), turn);
    parts.stops().look(turn);
  }

  private void unknown(Map<ClientOrder, Instant> orders, Turn turn) {
    if (orders.isEmpty() && unknown.isEmpty()) {
      return;
    }
    var next = new HashMap<VenueId, List<Instant>>();
    orders.forEach((order, since) ->
        next.computeIfAbsent(order.intent().instrument().venue(), _ -> new ArrayList<>())
            .add(since));
    next.values().forEach(list -> list.sort(Instant::compareTo));
    if (!next.equals(unknown)) {
      unknown = Map.copyOf(next);
      parts.stops().on(new BreakerFact.UnknownOrders(next), turn);
    }
  }

  private void money(Turn turn) {
    Portfolio portfolio = parts.ledger().portfolio();
    for (String identity : portfolio.brokenIdentities()) {
      parts.stops().invariantBroken(identity, turn);
    }
    for (String difference : portfolio.payoutDifferences()) {
      if (payouts.add(difference)) {
        turn.alarm(
            "payout-difference",
            difference
                + ". The books count what was paid; compare with the venue's own statement.");
      }
    }
    Set<VenueId> reported =
        portfolio.cash().stream()
            .filter(cash -> cash.reportedAt().isAfter(Instant.EPOCH))
            .map(CashPosition::venue)
            .collect(Collectors.toSet());
    if (reported.containsAll(parts.venues().ids())) {
      Usd openLoss = parts.executions().openLoss();
      var awaited = AwaitedPayouts.of(portfolio, parts.markets().pairs(), turn.now());
      Usd dayNet = parts.ledger().netToday(turn.now()).plus(awaited.today());
      Usd equity = portfolio.equity().plus(awaited.all()).minus(openLoss);
      parts.stops().on(new BreakerFact.MoneyChanged(dayNet, openLoss, equity), turn);
    }
  }

  /** Ends the pairs of settled markets. */
  void markets(Set<MarketId> changed, Turn turn) {
    for (Pair pair : parts.markets().settledPairs(changed)) {
      pairs.change(pair.withStatus(PairStatus.EXPIRED), "one of its markets has settled", turn);
    }
  }

  void look(Turn turn) {
    suspects(turn);
    if (parts.desk().controls().halted()) {
      cancelResting(turn);
    }
  }

  /** A fill that does not become final: its pair is paused, the fill is never bought again. */
  private void suspects(Turn turn) {
    asked.removeIf(id -> parts.executions().unsettled().stream().noneMatch(e -> e.id().equals(id)));
    for (Execution execution : parts.executions().unsettled()) {
      Optional<Instant> oldest =
          parts.orders().of(execution.id()).stream()
              .flatMap(order -> order.fills().stream())
              .filter(fill -> fill.status() == FillStatus.PROVISIONAL)
              .map(Fill::at)
              .min(Instant::compareTo);
      oldest.ifPresent(matched -> suspect(execution, matched, turn));
    }
  }

  private void suspect(Execution execution, Instant matched, Turn turn) {
    Optional<Pair> pair =
        Optional.ofNullable(execution.origin().pair())
            .flatMap(parts.markets()::pair)
            .filter(p -> p.status() == PairStatus.APPROVED);
    if (pair.isPresent() && isDue(matched.plus(doubts.unsettled()), turn)) {
      String why = "a fill of execution " + execution.id() + " is not settled yet";
      pairs.change(pair.get().withStatus(PairStatus.PAUSED), why, turn);
      turn.alarm(
          "settlement-suspect",
          "Pair %s is paused: %s, %d s after the match. It may be late or taken back; nothing is bought again. Resume the pair when it has settled."
              .formatted(pair.get().id(), why, doubts.unsettled().toSeconds()));
    }
    if (!asked.contains(execution.id()) && isDue(matched.plus(doubts.stillUnsettled()), turn)) {
      asked.add(execution.id());
      turn.alarm(
          "settlement-missing",
          "A fill of execution %s is not settled %d min after the match. It still counts as ours and as at risk. Look at the venue's own page whether it failed, and ask the venue if it does not say."
              .formatted(execution.id(), doubts.stillUnsettled().toMinutes()));
    }
  }

  private static boolean isDue(Instant due, Turn turn) {
    turn.lookAgain(due);
    return !turn.now().isBefore(due);
  }

  private void cancelResting(Turn turn) {
    List<ClientOrder> resting =
        parts.orders().unsettled().stream()
            .filter(o -> o.state() == OrderState.LIVE || o.state() == OrderState.PARTLY)
            .filter(
                o -> !o.report().marks().cancelRequested() || o.report().at().isBefore(turn.now()))
            .toList();
    if (resting.isEmpty()) {
      return;
    }
    Instant due = cancelled.plus(round);
    if (turn.now().isBefore(due)) {
      turn.lookAgain(due);
      return;
    }
    cancelled = turn.now();
    turn.lookAgain(turn.now().plus(round));
    resting.forEach(order -> parts.resolver().cancel(order, turn));
  }

  /** Markets of what this account holds or trades. */
  Set<MarketId> inUse() {
    var used = new TreeSet<MarketId>();
    for (Execution execution : parts.executions().unsettled()) {
      execution.plan().legs().forEach(leg -> used.add(leg.instrument().market()));
    }
    for (Position position : parts.ledger().portfolio().positions()) {
      if (!position.quantity().isZero()) {
        used.add(position.instrument().market());
      }
    }
    return used;
  }
}
