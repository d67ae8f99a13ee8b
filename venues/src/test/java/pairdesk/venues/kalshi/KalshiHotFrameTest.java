package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.Delta;
import pairdesk.venues.kalshi.KalshiWire.Mark;
import pairdesk.venues.kalshi.KalshiWire.Snapshot;
import pairdesk.venues.net.VenueException;

/** The fast reader says what the thorough one says, or nothing. */
class KalshiHotFrameTest {
  private static final String DELTA =
      """
      {"type":"orderbook_delta","sid":1,"seq":2,"msg":{"market_ticker":"RAIN-1",\
      "market_id":"9b0f","price_dollars":"0.0560","delta_fp":"-54.00","side":"yes",\
      "client_order_id":"pd-1","subaccount":0,"ts":"2026-11-20T15:04:01.354803Z",\
      "ts_ms":1795187041354}}\
      """;
  private static final String OTHERS_DELTA =
      DELTA.replace("\"client_order_id\":\"pd-1\",\"subaccount\":0,", "");
  private static final String SNAPSHOT =
      """
      {"type":"orderbook_snapshot","id":7,"sid":1,"seq":3,"msg":{"market_ticker":"RAIN-1",\
      "market_id":"9b0f","yes_dollars_fp":[["0.0550","120.00"],["0.0560","4480.00"]],\
      "no_dollars_fp":[["0.9420","50.00"],["0.9430","0.00"]]}}\
      """;

  private final KalshiHotFrame hot = new KalshiHotFrame();

  @Test
  void readsAChange() {
    assertTrue(hot.readDelta(DELTA));
    assertEquals(KalshiCodec.message(DELTA), delta());
    assertEquals(-54_000_000, hot.changeE6());
    String ticker = hot.ticker();
    assertTrue(hot.readDelta(DELTA.replace("\"yes\"", "\"no\"")));
    assertEquals(Outcome.NO, hot.outcome());
    assertSame(ticker, hot.ticker());
  }

  @Test
  void readsAChangeByOthersInWhateverOrder() {
    String last =
        OTHERS_DELTA.replace("\"side\":\"yes\",", "").replace("}}", ",\"side\":\"yes\"}}");
    for (String frame : List.of(OTHERS_DELTA, last)) {
      assertTrue(hot.readDelta(frame), frame);
      assertEquals(KalshiCodec.message(frame), delta());
    }
  }

  @Test
  void readsASnapshot() {
    assertEquals(shown(thorough(SNAPSHOT)), shown(hot.readSnapshot(SNAPSHOT)));
    for (String side : List.of("yes", "no")) {
      String without = SNAPSHOT.replaceFirst(",\"" + side + "_dollars_fp\":\\[\\[.*?\\]\\]", "");
      assertFalse(without.equals(SNAPSHOT));
      assertEquals(shown(thorough(without)), shown(hot.readSnapshot(without)));
      String empty =
          SNAPSHOT.replaceFirst(side + "_dollars_fp\":\\[\\[.*?\\]\\]", side + "_dollars_fp\":[]");
      assertEquals(shown(thorough(empty)), shown(hot.readSnapshot(empty)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seq\":2>\"seq\":\"2\"",
        "\"seq\":2>\"seq\":02",
        "\"seq\":2,>",
        "\"seq\":2>\"seq\":2,\"seq\":2",
        "\"seq\":2> \"seq\":2",
        "\"seq\":2>\"seq\":99999999999999999999",
        "\"0.0560\">0.0560",
        "\"0.0560\">\"0.05601\"",
        "\"0.0560\">\"1.0560\"",
        "\"0.0560\">\"-0.0560\"",
        "\"0.0560\">\"0..0560\"",
        "\"0.0560\">\"\"",
        "\"0.0560\">\"0.\"",
        "\"0.0560\">\".5\"",
        "\"-54.00\">\"-\"",
        "\"-54.00\">\"1e3\"",
        "\"-54.00\">\"99999999999999.00\"",
        "\"yes\">\"YES\"",
        "\"yes\">\"maybe\"",
        "\"RAIN-1\">\"RAIN\\u002d1\"",
        "\"RAIN-1\">null",
        "\"subaccount\":0>\"subaccount\":{}",
        "\"subaccount\":0>\"subaccount\":[]",
        "\"ts_ms\":1795187041354>\"ts_ms\":1.5",
        "}}>}",
        "}}>}}}",
        "}}>}} ",
        "orderbook_delta>orderbook_other",
      })
  void leavesWhatIsUnusualToTheThoroughOne(String change) {
    String[] fromTo = change.split(">", -1);
    for (String usual : List.of(DELTA, OTHERS_DELTA)) {
      String frame = usual.replace(fromTo[0], fromTo[1]);
      assertTrue(frame.equals(usual) == !usual.contains(fromTo[0]), change);
      assertTrue(frame.equals(usual) || !hot.readDelta(frame), frame);
      assertTrue(hot.readDelta(usual), "the next frame is read again");
    }
  }

  @Test
  void leavesUnusualSnapshotsToTheThoroughOne() {
    for (String[] change :
        new String[][] {
          {"0.0550", "0.0570"}, {"\"120.00\"", "120"}, {"\"120.00\"", "\"-1\""},
          {"]]}}", "]}}"}, {"[[\"0.0550\"", "[[ \"0.0550\""}, {"\"no_dollars", "\"yes_dollars"},
          {"\"120.00\"]", "\"120.00\",\"1\"]"}
        }) {
      String frame = SNAPSHOT.replace(change[0], change[1]);
      assertFalse(frame.equals(SNAPSHOT));
      assertNull(hot.readSnapshot(frame), frame);
    }
    assertNull(hot.readSnapshot(DELTA));
    assertFalse(hot.readDelta(SNAPSHOT));
  }

  /** Frames spoiled in one place: read by both alike, or by the thorough one alone, or by none. */
  @Test
  void neverDisagreesWithTheThoroughOne() {
    long seed = 20_261_120;
    var random = new Random(seed);
    String palette = "0123456789.-\"{}[]:,\\ aeyn";
    List<String> wholes = List.of(DELTA, OTHERS_DELTA, SNAPSHOT);
    int read = 0;
    for (int i = 0; i < 75_000; i++) {
      String whole = wholes.get(random.nextInt(wholes.size()));
      int at = random.nextInt(whole.length());
      char other = palette.charAt(random.nextInt(palette.length()));
      int rest = Math.min(whole.length(), at + random.nextInt(3));
      String frame = whole.substring(0, at) + other + whole.substring(rest);
      if (hot.readDelta(frame)) {
        assertEquals(KalshiCodec.message(frame), delta(), "seed " + seed + ": " + frame);
        read++;
      }
      Snapshot snapshot = hot.readSnapshot(frame);
      if (snapshot != null) {
        assertEquals(shown(thorough(frame)), shown(snapshot));
        read++;
      }
    }
    assertTrue(read > 5_000, "read " + read);
  }

  @Test
  void readsEveryRecordedBookFrame() {
    for (String file : List.of("ws__orderbook_trade_yes", "ws__orderbook_trade_noleg")) {
      for (String line : Recorded.lines("demo-2026-06/" + file + ".jsonl")) {
        switch (KalshiCodec.message(line)) {
          case Delta told -> {
            assertTrue(hot.readDelta(line), line);
            assertEquals(told, delta());
          }
          case Snapshot told -> assertEquals(shown(told), shown(hot.readSnapshot(line)));
          default -> {
            assertFalse(hot.readDelta(line), line);
            assertNull(hot.readSnapshot(line));
          }
        }
      }
    }
  }

  private Delta delta() {
    return new Delta(
        new Mark(hot.sid(), hot.seq()),
        hot.ticker(),
        hot.outcome(),
        Price.ofE4(hot.priceE4()),
        hot.changeE6(),
        Instant.ofEpochMilli(hot.atMillis()));
  }

  private static Snapshot thorough(String frame) {
    if (KalshiCodec.message(frame) instanceof Snapshot snapshot) {
      return snapshot;
    }
    throw new VenueException("no snapshot: " + frame);
  }

  /** All of it as one text. */
  private static String shown(@Nullable Snapshot snapshot) {
    if (snapshot == null) {
      return "unread";
    }
    BookRow row = snapshot.book();
    var book = new KalshiBook();
    book.replace(row);
    Book yes = book.yes(MarketId.kalshi(row.ticker()).yes(), 1, Instant.EPOCH, Instant.EPOCH);
    return snapshot.mark() + " " + row.ticker() + " " + yes.bids() + yes.asks();
  }
}
