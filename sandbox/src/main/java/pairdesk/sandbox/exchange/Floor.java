package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;

/** All state of the exchange; whoever touches it holds the exchange's lock. */
final class Floor {
  final ExchangeSettings settings;
  final SandboxClock clock;
  final Agenda agenda = new Agenda();
  final VenueModes modes;
  final Map<MarketId, Market> markets = new LinkedHashMap<>();
  final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  final List<ExchangeListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<ExchangeEvent> untold = new ArrayDeque<>();
  private final SplittableRandom ids;

  Floor(ExchangeSettings settings, SandboxClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.ids = new SplittableRandom(settings.seed());
    this.modes = new VenueModes(clock);
  }

  Instant now() {
    return clock.instant();
  }

  /** A random UUID of the seed. */
  String newId() {
    long high = (ids.nextLong() & ~0xF000L) | 0x4000L;
    long low = (ids.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
    return new UUID(high, low).toString();
  }

  void tell(ExchangeEvent event) {
    untold.add(event);
  }

  /** Hands what happened to the listeners, and what their work entered in turn. */
  void flush() {
    for (ExchangeEvent event = untold.poll(); event != null; event = untold.poll()) {
      for (ExchangeListener listener : listeners) {
        listener.on(event);
      }
    }
  }

  /** Keeps a trade's present state, in its market and with the traders who took part. */
  void keep(Trade trade) {
    market(trade.market()).keep(trade);
    trade
        .fills()
        .map(fill -> accounts.get(fill.account()))
        .filter(Objects::nonNull)
        .forEach(account -> account.trades.put(trade.id(), trade));
  }

  /** Whether winnings of this market come without being redeemed. */
  boolean paysByItself(Market market) {
    return market.spec.id().venue().equals(VenueId.KALSHI) || modes.chain().autoRedeems();
  }

  Market market(MarketId id) {
    Market market = markets.get(id);
    if (market == null) {
      throw new IllegalArgumentException("no such market: " + id);
    }
    return market;
  }

  @Nullable Account account(AccountId id) {
    return accounts.get(id);
  }

  /** Puts or changes a resting order, or takes it out once it no longer rests. */
  void rebook(Market market, Order order, boolean rests) {
    Side side = order.terms().bookSide();
    var price = order.terms().bookPrice();
    var before = market.book.at(side, price);
    if (rests) {
      market.book.put(order);
    } else {
      market.book.remove(order);
    }
    var after = market.book.at(side, price);
    if (!before.equals(after)) {
      market.bookChangedAt = now();
      Order cause = order.account().isCrowd() ? null : order;
      tell(
          new ExchangeEvent.LevelChanged(
              market.spec.id(), side, price, before, after, cause, market.book.revision(), now()));
    }
  }

  /** Keeps a trader's order and reports it. */
  void report(Order order, ExchangeEvent.Cause cause) {
    Account account = accounts.get(order.account());
    if (account != null) {
      account.keep(order);
      tell(new ExchangeEvent.OrderChanged(order, cause));
    }
  }
}
