package pairdesk.venues.polymarket;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;

/**
 * Whether our recipe of the book's hash still holds. It is not documented, so it is tried on every
 * whole book that was asked for, which has all that goes into it; when some in a row disagree, the
 * hash says nothing any more, and best prices and comparisons must do.
 */
final class HashRule {
  private static final Logger LOG = LoggerFactory.getLogger(HashRule.class);
  private static final int LIMIT = 3;

  private final AtomicInteger misses = new AtomicInteger();

  boolean isInForce() {
    return misses.get() < LIMIT;
  }

  void observe(WireBook book) {
    if (BookHash.of(book).equals(book.hash())) {
      misses.set(0);
    } else if (misses.incrementAndGet() == LIMIT) {
      LOG.atWarn().addKeyValue("token", book.tokenId()).log("book hash not understood any more");
    }
  }
}
