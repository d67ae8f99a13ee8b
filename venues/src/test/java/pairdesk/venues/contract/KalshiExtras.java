package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.kalshi.KalshiBatches;
import pairdesk.venues.kalshi.KalshiChanges;
import pairdesk.venues.kalshi.KalshiExchange;
import pairdesk.venues.kalshi.KalshiGroups;
import pairdesk.venues.kalshi.KalshiMarketData;
import pairdesk.venues.kalshi.KalshiQueue;
import pairdesk.venues.kalshi.KalshiReply;
import pairdesk.venues.kalshi.KalshiTools;
import pairdesk.venues.kalshi.KalshiTransfers;

/** What Kalshi offers beyond the ports, once, and what it refuses of it. */
final class KalshiExtras {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

  private final KalshiTools tools;
  private final Market market;

  private KalshiExtras(KalshiTools tools, Market market) {
    this.tools = tools;
    this.market = market;
  }

  static void play(KalshiTools tools, Scenario scenario, Market market) {
    var extras = new KalshiExtras(tools, market);
    extras.orders(scenario);
    extras.groups(tools.groups());
    extras.transfers(tools.transfers());
    extras.reads(tools.data());
    extras.exchange(tools.exchange());
    tools.limits().read();
    tools.fees().upcoming();
  }

  /** A batch of which one item is refused; the others change, and are cancelled twice. */
  private void orders(Scenario scenario) {
    List<PreparedOrder> orders =
        List.of(
            scenario.resting(market, "0.02"),
            scenario.resting(market, "0.03"),
            scenario.unaffordable(market));
    KalshiBatches batches = tools.batches();
    List<SubmitOutcome> outcomes = batches.submit(orders, LIMIT);
    OrderRef first = placed(orders.getFirst(), outcomes.getFirst());
    OrderRef second = placed(orders.get(1), outcomes.get(1));
    assertInstanceOf(SubmitOutcome.Rejected.class, outcomes.getLast());
    change(tools.changes(), first);
    List<OrderRef> both = List.of(first, second);
    queue(tools.queue(), both.stream().map(order -> String.valueOf(order.venueOrderId())).toList());
    batches
        .cancel(both, LIMIT)
        .forEach(outcome -> assertInstanceOf(CancelOutcome.Requested.class, outcome));
    batches
        .cancel(both, LIMIT)
        .forEach(outcome -> assertInstanceOf(CancelOutcome.NotLive.class, outcome));
    refused(tools.changes().decreaseTo(first, Quantity.ofShares(1), LIMIT));
  }

  private void queue(KalshiQueue queue, List<String> ids) {
    queue.ahead(ids.getFirst());
    assertTrue(queue.ahead(List.of(market.id().code())).keySet().containsAll(ids));
  }

  private static void change(KalshiChanges changes, OrderRef order) {
    var dearer = new KalshiChanges.Amendment(Side.BUY, Price.parse("0.04"), Quantity.ofShares(12));
    done(changes.amend(order, dearer, LIMIT));
    done(changes.decreaseBy(order, Quantity.ofShares(2), LIMIT));
    done(changes.decreaseTo(order, Quantity.ofShares(5), LIMIT));
  }

  private void groups(KalshiGroups groups) {
    String id = done(groups.create(market.address().shard(), 100, LIMIT));
    done(groups.limit(id, 50, LIMIT));
    groups.read(id);
    assertFalse(groups.list().isEmpty());
    done(groups.trigger(id, LIMIT));
    done(groups.reset(id, LIMIT));
    done(groups.delete(id, LIMIT));
    refused(groups.trigger(NOBODYS, LIMIT));
  }

  private void transfers(KalshiTransfers transfers) {
    int here = market.address().shard();
    int there = here == 0 ? 1 : 0;
    done(transfers.move(here, there, Usd.ofDollars(1), LIMIT));
    refused(transfers.move(here, there, Usd.ofDollars(1_000_000_000), LIMIT));
  }

  private void reads(KalshiMarketData data) {
    Instant now = Instant.now();
    data.trades(market.id(), now.minusSeconds(600), _ -> {});
    data.books(List.of(market.id()), now);
    data.cutoff();
    String series = market.listing().eventCode().replaceAll("-.*", "");
    data.candles(series, market.id(), KalshiMarketData.Period.MINUTE, now.minusSeconds(3_600), now);
  }

  private void exchange(KalshiExchange exchange) {
    exchange.status();
    exchange.schedule();
    exchange.listsAsOf();
  }

  private static OrderRef placed(PreparedOrder order, SubmitOutcome outcome) {
    String id = assertInstanceOf(SubmitOutcome.Accepted.class, outcome).venueOrderId();
    OrderRef known = Scenario.reference(order);
    return new OrderRef(known.id(), known.instrument(), known.venueKey(), id, known.sentAt());
  }

  private static <T> T done(KalshiReply<T> reply) {
    if (reply instanceof KalshiReply.Done<T>(T answer)) {
      return answer;
    }
    throw new AssertionError("not done: " + reply);
  }

  private static void refused(KalshiReply<?> reply) {
    assertInstanceOf(KalshiReply.Refused.class, reply);
  }
}
