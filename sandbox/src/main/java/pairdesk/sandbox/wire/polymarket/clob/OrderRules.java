package pairdesk.sandbox.wire.polymarket.clob;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.signing.OrderFields;

/** The rules an order must satisfy before it reaches the book, and its terms when it does. */
final class OrderRules {
  private static final Duration EARLIEST_EXPIRATION = Duration.ofMinutes(3);

  /** An order leaves the book this long before the expiration that it names. */
  private static final Duration EARLY_EXIT = Duration.ofSeconds(60);

  private static final Usd MARKETABLE_MINIMUM = Usd.ofDollars(1);

  private final BookImage book;
  private final Instant now;

  OrderRules(BookImage book, Instant now) {
    this.book = book;
    this.now = now;
  }

  /**
   * @throws HttpRefusal naming the first rule that is broken
   */
  OrderTerms terms(OrderRequest request, String orderId) {
    Side side = request.order().side() == OrderFields.BUY ? Side.BUY : Side.SELL;
    OrderAmounts amounts =
        OrderAmounts.of(side, request.order().makerAmount(), request.order().takerAmount())
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid order payload"));
    Lifetime lifetime = lifetime(request);
    Price price = price(amounts, request.type(), orderId);
    requireSize(amounts, price, request.type(), orderId);
    return new OrderTerms(
        book.token().market(),
        book.token().outcome(),
        side,
        price,
        amounts.shares(),
        lifetime,
        options(request, amounts));
  }

  private Lifetime lifetime(OrderRequest request) {
    if (request.postOnly() && !request.type().rests()) {
      throw HttpRefusal.badRequest("postOnly is not supported for FOK/FAK orders");
    }
    if (request.type() != OrderRequest.Type.GTD && request.expiration() != 0) {
      throw HttpRefusal.badRequest("invalid expiration");
    }
    return switch (request.type()) {
      case GTC -> new Lifetime.GoodTillCancelled();
      case FAK -> new Lifetime.ImmediateOrCancel();
      case FOK -> new Lifetime.FillOrKill();
      case GTD -> new Lifetime.GoodTillDate(leavesBook(request.expiration()));
    };
  }

  private Instant leavesBook(long expiration) {
    long latest = now.getEpochSecond() + Duration.ofDays(3_650).toSeconds();
    if (expiration > latest
        || Instant.ofEpochSecond(expiration).isBefore(now.plus(EARLIEST_EXPIRATION))) {
      throw HttpRefusal.badRequest("invalid expiration");
    }
    return Instant.ofEpochSecond(expiration).minus(EARLY_EXIT);
  }

  private Price price(OrderAmounts amounts, OrderRequest.Type type, String orderId) {
    Price price =
        amounts
            .price(book.tick())
            .filter(p -> p.e4() > 0 && p.e4() < 10_000)
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid order payload"));
    if (price.e4() % book.tick().e4() != 0) {
      throw HttpRefusal.badRequest(
          "order %s is invalid. Price (%s) breaks minimum tick size rule: %s"
              .formatted(orderId, BookImage.price(price), book.tick().text()));
    }
    var kind = type.rests() ? OrderAmounts.Kind.LIMIT : OrderAmounts.Kind.MARKET;
    HttpRefusal.check(amounts.complaint(kind, book.tick()).map(HttpRefusal::badRequest));
    return price;
  }

  /** What rests needs shares enough, what trades at once needs a dollar's worth. */
  private void requireSize(
      OrderAmounts amounts, Price price, OrderRequest.Type type, String orderId) {
    Quantity minimum = book.token().listing().trading().minimumSize();
    if (type.rests() && amounts.shares().isLessThan(minimum)) {
      throw HttpRefusal.badRequest(
          "order %s is invalid. Size (%s) lower than the minimum: %s"
              .formatted(orderId, amounts.shares(), minimum));
    }
    boolean marketable = !type.rests() || (amounts.side() == Side.BUY && crosses(price));
    if (marketable && amounts.dollars().isLessThan(MARKETABLE_MINIMUM)) {
      throw HttpRefusal.badRequest(
          "invalid amount for a marketable %s order ($%s), min size: $1"
              .formatted(amounts.side(), Decimals.format(amounts.dollars().e6(), 6, 0)));
    }
  }

  private boolean crosses(Price price) {
    List<Level> asks = book.asks();
    return !asks.isEmpty() && !asks.getFirst().price().isGreaterThan(price);
  }

  /** A buyer at market spends dollars, however many shares they buy. */
  private static OrderOptions options(OrderRequest request, OrderAmounts amounts) {
    OrderOptions options = request.postOnly() ? OrderOptions.POST_ONLY : OrderOptions.NONE;
    return !request.type().rests() && amounts.side() == Side.BUY
        ? options.withBudget(amounts.dollars())
        : options;
  }
}
