package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.MarketMessage;

/** The quick reader beside the full one: the same messages, or the same complaint. */
class MarketFramesTest {
  private static final int CASES = 5_000;
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();
  private static final Pattern REPEATED = Pattern.compile("Duplicate field '([^']*)'");
  private static final String CHANGE =
      """
      {"market":"0xm","price_changes":[
        {"asset_id":"1001","price":"0.85","size":"503.32","side":"BUY","hash":"52a1","best_bid":"0.85","best_ask":"0.86"},
        {"asset_id":"1002","price":"0.15","size":"0","side":"SELL","hash":"4e76","best_bid":"0","best_ask":"0.15"}],
       "timestamp":"1778204225252","event_type":"price_change"}\
      """;
  private static final String BOOK =
      """
      [{"market":"0xm","asset_id":"1001","timestamp":"1778204225247","hash":"8602",
        "bids":[{"price":"0.01","size":"12816.02"},{"price":"0.14","size":"83.240001"}],
        "asks":[{"price":"0.99","size":"11570.96"},{"price":"0.1525","size":"473.32"}],
        "tick_size":"0.01","min_order_size":"5","neg_risk":false,"event_type":"book",
        "last_trade_price":"0.850","new":1,"old":null,"flag":true}]\
      """;
  private static final String TRADE =
      """
      {"market":"0xm","asset_id":"1001","price":"0.456","size":"219.217767","fee_rate_bps":"0",
       "side":"BUY","timestamp":"1750428146322","event_type":"last_trade_price"}\
      """;
  private static final String BEST =
      """
      {"market":"0xm","asset_id":"1001","best_bid":"0.73","best_ask":"0.77","spread":"0.04",
       "timestamp":"1766789469958","event_type":"best_bid_ask"}\
      """;
  private static final String TICK =
      """
      {"market":"0xm","asset_id":"1001","old_tick_size":"0.01","new_tick_size":"0.001",
       "timestamp":"1757908892351","event_type":"tick_size_change"}\
      """;
  private static final List<String> FRAMES = List.of(CHANGE, BOOK, TRADE, BEST, TICK, "[]");
  private static final List<String> SNIPPETS =
      List.of(
          "\\\"",
          "null",
          "{}",
          "[]",
          "\"",
          ",",
          ":",
          "0",
          "9",
          ".",
          "-1",
          "1e3",
          "\"BUY\"",
          "x",
          "\"price\":\"0.5\",",
          "\"0.99999\"",
          "\"\"",
          "{\"a\":1}",
          "true",
          " ",
          "\n",
          "é",
          "}",
          "]");

  @Test
  void readsEveryKindAsTheFullReaderDoes() {
    for (String frame : FRAMES) {
      assertEquals(BookCodec.messages(frame), MarketFrames.read(frame), frame);
      String compact = frame.replaceAll("\\s+", "");
      assertEquals(BookCodec.messages(compact), MarketFrames.read(compact), compact);
    }
  }

  @Test
  void agreesWithTheFullReaderOnWhateverArrives() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      String usual = FRAMES.get(random.nextInt(FRAMES.size())).replaceAll("\\s+", " ");
      String frame = damaged(usual, random);
      if (repeatsANameOfNoMeaning(frame)) {
        continue; // only the full reader minds
      }
      assertEquals(outcome(frame, false), outcome(frame, true), () -> seed + ": " + frame);
    }
    System.out.println("agreed on " + CASES + " frames, seed " + seed);
  }

  @Test
  void aRepeatedNameOfNoMeaningChangesNothing() {
    String frame =
        TRADE
            .replaceAll("\\s+", " ")
            .replace("fee_rate_bps", "e")
            .replace("\"timestamp", "\"e\":\"1\",\"timestamp");
    assertTrue(repeatsANameOfNoMeaning(frame), frame);
    assertEquals(BookCodec.messages(TRADE), MarketFrames.read(frame));
    assertFalse(repeatsANameOfNoMeaning(TRADE.replace("fee_rate_bps", "price")));
  }

  @Test
  void namesWhatIsWrong() {
    String frame = CHANGE.replace("\"hash\":\"4e76\",", "");
    var failure = assertThrows(VenueException.class, () -> MarketFrames.read(frame));
    assertTrue(String.valueOf(failure.getMessage()).contains("price_changes[1].hash"));
  }

  @Test
  void takesTheUsualFramesWithoutTheFullReader() {
    for (String frame : List.of(CHANGE, BOOK, TRADE, BEST)) {
      String line = frame.replaceAll("\\s+", " ");
      assertTrue(MarketFrames.quick(line).isPresent(), line);
    }
  }

  private static String damaged(String frame, Random random) {
    var text = new StringBuilder(frame);
    for (int times = random.nextInt(3); times >= 0; times--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(4));
      String by = random.nextBoolean() ? "" : SNIPPETS.get(random.nextInt(SNIPPETS.size()));
      text.replace(from, to, by);
    }
    return text.toString();
  }

  private static boolean repeatsANameOfNoMeaning(String frame) {
    try {
      STRICT.readTree(frame);
      return false;
    } catch (JsonProcessingException e) {
      Matcher repeated = REPEATED.matcher(e.getOriginalMessage());
      return repeated.find()
          && FRAMES.stream().noneMatch(f -> f.contains('"' + repeated.group(1) + '"'));
    }
  }

  private static Object outcome(String frame, boolean quick) {
    try {
      List<MarketMessage> messages = quick ? MarketFrames.read(frame) : BookCodec.messages(frame);
      return messages;
    } catch (VenueException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
