package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeListener;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.records.OrderRecords;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** What a trader is told once and may dismiss: fills, cancels, markets resolved. */
final class Notices implements ExchangeListener {
  private static final int CANCELLED = 1;
  private static final int FILLED = 2;
  private static final int RESOLVED = 4;
  private static final int MOST = 1_000;

  private final Venue venue;
  private final OrderRecords orders;
  private final AtomicLong numbers = new AtomicLong();
  private final List<Notice> unread = new ArrayList<>();

  private record Notice(AccountId to, long id, int type, ObjectNode payload, long second) {}

  Notices(Venue venue, OrderRecords orders) {
    this.venue = venue;
    this.orders = orders;
  }

  @Override
  public void on(ExchangeEvent event) {
    switch (event) {
      case ExchangeEvent.Filled(_, var after, _) -> add(after, FILLED);
      case ExchangeEvent.OrderChanged(var order, var cause) -> {
        if (cause == ExchangeEvent.Cause.CANCELLED) {
          add(order, CANCELLED);
        }
      }
      case ExchangeEvent.MarketChanged change -> {
        if (change.change() == ExchangeEvent.MarketChange.DETERMINED) {
          resolved(change);
        }
      }
      case ExchangeEvent.LevelChanged _,
          ExchangeEvent.Traded _,
          ExchangeEvent.TradeAdvanced _,
          ExchangeEvent.PositionChanged _,
          ExchangeEvent.GroupChanged _ -> {}
    }
  }

  private void add(Order order, int type) {
    if (venue.isTraders(order.account())) {
      ObjectNode payload = orders.rest(order).put("order_id", order.id());
      add(order.account(), type, payload, order.updatedAt().getEpochSecond());
    }
  }

  private void resolved(ExchangeEvent.MarketChanged change) {
    String condition = change.market().spec().id().code();
    venue
        .listings()
        .condition(condition)
        .ifPresent(listing -> {
          ObjectNode payload =
              Json.object()
                  .put("condition_id", condition)
                  .put("question", listing.texts().question())
                  .put("market_slug", listing.texts().slug());
          for (Trader trader : venue.traders()) {
            add(trader.account(), RESOLVED, payload, change.at().getEpochSecond());
          }
        });
  }

  private synchronized void add(AccountId to, int type, ObjectNode payload, long second) {
    unread.add(new Notice(to, numbers.incrementAndGet(), type, payload, second));
    if (unread.size() > MOST) {
      unread.removeFirst();
    }
  }

  /** Oldest first. */
  synchronized List<ObjectNode> of(Optional<Trader> trader) {
    return unread.stream()
        .filter(notice -> trader.filter(t -> t.account().equals(notice.to())).isPresent())
        .map(notice ->
            Json.object()
                .put("id", notice.id())
                .put("owner", notice.payload().path("owner").asText(""))
                .put("type", notice.type())
                .put("timestamp", notice.second())
                .<ObjectNode>set("payload", notice.payload()))
        .toList();
  }

  synchronized void dismiss(Optional<Trader> trader, Set<String> ids) {
    unread.removeIf(notice ->
        ids.contains(Long.toString(notice.id()))
            && trader.filter(t -> t.account().equals(notice.to())).isPresent());
  }
}
