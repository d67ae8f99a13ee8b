package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Market;
import pairdesk.engine.order.ClientOrderId;

/**
 * Order groups as fences against orders that arrive after we gave them up. An order that does not
 * rest leaves in a group of its own, lent from a few that are made beforehand. When its outcome
 * stays unknown the group is closed: what has not arrived by then is refused for ever, so a reading
 * that begins later and does not show the order proves that it is not there.
 *
 * <p>Safe for many threads; never calls the venue while it holds its lock.
 */
final class KalshiFences {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiFences.class);

  /** Groups ready on each shard: as many orders may be under way at once. */
  private static final int SPARE = 3;

  /** More than fills in 15 seconds: the groups never close by themselves. */
  private static final int NO_LIMIT = 1_000_000;

  private static final Duration CALL = Duration.ofSeconds(2);

  /** A group lent for an order that never left is free this long after the order's last moment. */
  private static final Duration UNUSED = Duration.ofMinutes(1);

  private final KalshiGroups groups;
  private final InstantSource clock;
  private final Map<Integer, Deque<String>> spare = new TreeMap<>();
  private final Map<ClientOrderId, Lent> lent = new HashMap<>();
  private final Map<ClientOrderId, String> closing = new HashMap<>();
  private final Set<ClientOrderId> fenced = new HashSet<>();
  private boolean armed;

  /**
   * @param unusedBy when it is free again unless its order has left
   */
  private record Lent(String group, int shard, Instant unusedBy) {}

  /** What closing an order's fence came to. */
  enum Closing {
    /** It was closed before. */
    CLOSED,
    /** Closed now: what was read before proves nothing. */
    CLOSED_NOW,
    /** There is none, or the venue did not confirm: the order may still arrive. */
    OPEN
  }

  KalshiFences(KalshiGroups groups, InstantSource clock) {
    this.groups = groups;
    this.clock = clock;
  }

  /** Whether groups are made at all: not before orders may come. */
  synchronized void arm(boolean ordersMayCome) {
    armed = ordersMayCome;
  }

  /** Orders may go to these markets' shards. */
  synchronized void expect(Collection<Market> markets) {
    markets.forEach(
        market -> spare.computeIfAbsent(market.address().shard(), _ -> new ArrayDeque<>()));
  }

  /**
   * A group for this order alone; empty when none is ready, and then nothing fences it.
   *
   * @param leavesBy after this it will not leave any more
   */
  synchronized Optional<String> lend(ClientOrderId order, int shard, Instant leavesBy) {
    takeBackUnused();
    String group = spare.computeIfAbsent(shard, _ -> new ArrayDeque<>()).pollFirst();
    if (group == null) {
      return Optional.empty();
    }
    lent.put(order, new Lent(group, shard, leavesBy.plus(UNUSED)));
    return Optional.of(group);
  }

  /** Its bytes are about to leave. */
  synchronized void leaves(ClientOrderId order) {
    lent.computeIfPresent(order, (_, group) -> new Lent(group.group(), group.shard(), Instant.MAX));
  }

  /**
   * The venue has answered, or nothing left: its group serves the next order, unless it was to be
   * closed.
   */
  synchronized void settled(ClientOrderId order) {
    closing.remove(order);
    Lent group = lent.remove(order);
    if (group != null) {
      giveBack(group);
    }
  }

  /**
   * Closes the group of an order whose outcome is unknown. From then on the group serves no other
   * order, whatever the venue answers, and though the order's own call may be answered meanwhile.
   */
  Closing close(ClientOrderId order, Duration limit) {
    String group;
    synchronized (this) {
      if (fenced.contains(order)) {
        return Closing.CLOSED;
      }
      Lent own = lent.remove(order);
      group = own == null ? closing.get(order) : own.group();
      if (group == null) {
        return Closing.OPEN;
      }
      closing.put(order, group);
    }
    KalshiReply<String> reply = groups.trigger(group, limit);
    if (!(reply instanceof KalshiReply.Done<String>)) {
      LOG.atWarn().addKeyValue("order", order).addKeyValue("reply", reply).log("fence stays open");
      return Closing.OPEN;
    }
    synchronized (this) {
      closing.remove(order);
      fenced.add(order);
    }
    return Closing.CLOSED_NOW;
  }

  /** Makes what is missing. Called regularly. */
  void keep() {
    for (int shard : missing()) {
      switch (groups.create(shard, NO_LIMIT, CALL)) {
        case KalshiReply.Done<String>(String group) -> add(shard, group);
        case KalshiReply.Refused<String> no -> notMade(shard, no.text());
        case KalshiReply.NotSent<String>(String reason) -> notMade(shard, reason);
        case KalshiReply.Unknown<String>(String reason) -> notMade(shard, reason);
      }
    }
  }

  /** Deletes what is spare, as far as there is time. Groups that fence an order stay. */
  void close() {
    var all = new ArrayDeque<String>();
    synchronized (this) {
      spare.values().forEach(all::addAll);
      spare.clear();
    }
    while (!all.isEmpty()
        && groups.delete(all.removeFirst(), CALL) instanceof KalshiReply.Done<String>) {
      LOG.debug("order group deleted");
    }
  }

  /** The shard of every group that is missing. */
  private synchronized List<Integer> missing() {
    takeBackUnused();
    var shards = new ArrayList<Integer>();
    if (!armed) {
      return shards;
    }
    spare.forEach((shard, ready) ->
        shards.addAll(Collections.nCopies(Math.max(0, SPARE - ready.size()), shard)));
    return shards;
  }

  private synchronized void add(int shard, String group) {
    spare.computeIfAbsent(shard, _ -> new ArrayDeque<>()).addLast(group);
  }

  private static void notMade(int shard, String why) {
    LOG.atDebug().addKeyValue("shard", shard).addKeyValue("why", why).log("no order group made");
  }

  private void takeBackUnused() {
    Instant now = clock.instant();
    lent.values()
        .removeIf(group -> {
          boolean unused = group.unusedBy().isBefore(now);
          if (unused) {
            giveBack(group);
          }
          return unused;
        });
  }

  private void giveBack(Lent group) {
    spare.computeIfAbsent(group.shard(), _ -> new ArrayDeque<>()).addLast(group.group());
  }
}
