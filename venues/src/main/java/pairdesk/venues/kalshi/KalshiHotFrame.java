package pairdesk.venues.kalshi;

import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Outcome;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.Mark;
import pairdesk.venues.kalshi.KalshiWire.Snapshot;

/**
 * Reads the two frames that make nearly all of the traffic straight from the text: numbers become
 * integers digit by digit, and a change of a level allocates nothing. Whatever is not exactly as
 * expected (another order of types, an escape, a space, a field twice) is left to {@link
 * KalshiCodec}, which has the last word on what is an error.
 *
 * <p>One per connection: each frame overwrites the one before. Not safe for threads.
 */
public final class KalshiHotFrame {
  private static final String DELTA = "{\"type\":\"orderbook_delta\",";
  private static final String SNAPSHOT = "{\"type\":\"orderbook_snapshot\",";
  private static final int ALL = 0b111_1111;

  private final KalshiScan scan = new KalshiScan();
  private final KalshiTickers tickers = new KalshiTickers();
  private long sid;
  private long seq;
  private String ticker = "";
  private Outcome outcome = Outcome.YES;
  private int priceE4;
  private long changeE6;
  private long atMillis;
  private int seen;
  private @Nullable KalshiBids yesBids;
  private @Nullable KalshiBids noBids;

  /** Reads the change of a level; false when this is none, or not exactly as expected. */
  public boolean readDelta(String frame) {
    return frame.startsWith(DELTA)
        && begin(frame, DELTA.length())
        && (inUsualOrder() || (begin(frame, DELTA.length()) && top(false) && seen == ALL));
  }

  /** With the members that the venue sends of other people's orders, in its order: no searching. */
  private boolean inUsualOrder() {
    scan.expect("\"sid\":");
    sid = scan.whole();
    scan.expect(",\"seq\":");
    seq = scan.whole();
    scan.expect(",\"msg\":{\"market_ticker\":");
    if (!takeTicker()) {
      return false;
    }
    scan.expect(",\"market_id\":");
    boolean known = scan.text();
    scan.expect(",\"price_dollars\":");
    known &= takePrice();
    scan.expect(",\"delta_fp\":");
    changeE6 = scan.quotedDecimal(6);
    scan.expect(",\"side\":");
    known &= takeSide();
    scan.expect(",\"ts\":");
    known &= scan.text();
    scan.expect(",\"ts_ms\":");
    atMillis = scan.whole();
    scan.expect("}}");
    return known && scan.ended();
  }

  /** Reads a whole book; null when this is none, or not exactly as expected. */
  @Nullable Snapshot readSnapshot(String frame) {
    yesBids = null;
    noBids = null;
    boolean whole =
        frame.startsWith(SNAPSHOT) && begin(frame, SNAPSHOT.length()) && top(true) && seen == 0b111;
    return whole
        ? new Snapshot(
            new Mark(sid, seq), new BookRow(ticker, orNothing(yesBids), orNothing(noBids)))
        : null;
  }

  public long sid() {
    return sid;
  }

  public long seq() {
    return seq;
  }

  public String ticker() {
    return ticker;
  }

  public Outcome outcome() {
    return outcome;
  }

  public int priceE4() {
    return priceE4;
  }

  /** Signed change of what rests there. */
  public long changeE6() {
    return changeE6;
  }

  /** The venue's time of the change. */
  public long atMillis() {
    return atMillis;
  }

  private boolean begin(String frame, int at) {
    seen = 0;
    return scan.begin(frame, at);
  }

  /** The members of the frame after its type, to its end. */
  private boolean top(boolean snapshot) {
    do {
      if (!scan.name()) {
        return false;
      }
      if (scan.nameIs("sid")) {
        sid = scan.whole();
        mark(0);
      } else if (scan.nameIs("seq")) {
        seq = scan.whole();
        mark(1);
      } else if (scan.nameIs("msg")) {
        if (!(scan.take('{') && message(snapshot))) {
          return false;
        }
      } else if (!scan.skipPlain()) {
        return false;
      }
    } while (scan.next());
    return scan.take('}') && scan.ended();
  }

  private boolean message(boolean snapshot) {
    do {
      if (!scan.name() || !(snapshot ? snapshotMember() : deltaMember())) {
        return false;
      }
    } while (scan.next());
    return scan.take('}');
  }

  private boolean deltaMember() {
    if (scan.nameIs("market_ticker")) {
      return takeTicker();
    }
    if (scan.nameIs("price_dollars")) {
      mark(3);
      return takePrice();
    }
    if (scan.nameIs("delta_fp")) {
      changeE6 = scan.quotedDecimal(6);
      mark(4);
    } else if (scan.nameIs("side")) {
      mark(5);
      return takeSide();
    } else if (scan.nameIs("ts_ms")) {
      atMillis = scan.whole();
      mark(6);
    } else {
      return scan.skipPlain();
    }
    return true;
  }

  private boolean snapshotMember() {
    if (scan.nameIs("market_ticker")) {
      return takeTicker();
    }
    if (scan.nameIs("yes_dollars_fp") && yesBids == null) {
      yesBids = levels();
      return yesBids != null;
    }
    if (scan.nameIs("no_dollars_fp") && noBids == null) {
      noBids = levels();
      return noBids != null;
    }
    return scan.skipPlain();
  }

  private boolean takeTicker() {
    mark(2);
    if (!scan.text()) {
      return false;
    }
    ticker = tickers.canonical(scan.frame(), scan.textFrom(), scan.textTo());
    return true;
  }

  private boolean takePrice() {
    long read = scan.quotedDecimal(4);
    priceE4 = (int) read;
    return scan.good() && read >= 0 && read <= 10_000;
  }

  private boolean takeSide() {
    if (!scan.text()) {
      return false;
    }
    if (scan.textIs("yes")) {
      outcome = Outcome.YES;
      return true;
    }
    outcome = Outcome.NO;
    return scan.textIs("no");
  }

  /** {@code [["0.0550","120.00"],…]}, lowest price first. */
  private @Nullable KalshiBids levels() {
    var bids = new KalshiBids();
    if (!scan.take('[') || scan.take(']')) {
      return scan.good() ? bids : null;
    }
    do {
      if (!scan.take('[')) {
        return null;
      }
      long price = scan.quotedDecimal(4);
      if (!scan.take(',')) {
        return null;
      }
      long quantity = scan.quotedDecimal(6);
      boolean right = scan.take(']') && scan.good() && price >= 0 && price <= 10_000;
      if (!right || quantity < 0 || !bids.append((int) price, quantity)) {
        return null;
      }
    } while (scan.next());
    return scan.take(']') ? bids : null;
  }

  private static KalshiBids orNothing(@Nullable KalshiBids bids) {
    return bids == null ? new KalshiBids() : bids;
  }

  /** A field that comes twice spoils the frame. */
  private void mark(int bit) {
    if ((seen & (1 << bit)) != 0) {
      scan.spoil();
    }
    seen |= 1 << bit;
  }
}
