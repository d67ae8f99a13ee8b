package pairdesk.sandbox.wire.kalshi;

import java.util.Comparator;
import java.util.stream.Stream;
import pairdesk.engine.money.Price;

/** Where a price was in a span of time: first, lowest, highest and last. */
record Extent(Price open, Price low, Price high, Price close) {

  static Extent of(Price price) {
    return new Extent(price, price, price, price);
  }

  /** With what came after it. */
  Extent then(Extent next) {
    return new Extent(open, least(low, next.low), most(high, next.high), next.close);
  }

  private static Price least(Price one, Price other) {
    return Stream.of(one, other).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Price most(Price one, Price other) {
    return Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow();
  }
}
