package pairdesk.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pairdesk.venues.polymarket.MarketFrames;

/**
 * Frames of Polymarket's market channel, from their text to exact values. The baseline binds them
 * to records of the same members, prices and sizes as BigDecimal.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolymarketFrameBenchmark {
  private static final String MARKET = "0x" + "1587ee233e3c9262".repeat(4);
  private static final String YES =
      "9946291463214193759553100950460588136601177735089155203116194920";
  private static final String NO =
      "9926700527496901553070450459879765455779440435684795967857484533";
  private static final int LEVELS = 50;

  private final ObjectMapper mapper = new ObjectMapper();
  private final String changeFrame =
      """
      {"market":"%s","price_changes":[%s,%s],"timestamp":"1778204225252",\
      "event_type":"price_change"}\
      """
          .formatted(MARKET, change(YES, "BUY", "0.85"), change(NO, "SELL", "0.15"));
  private final String bookFrame =
      """
      {"market":"%s","asset_id":"%s","timestamp":"1778204225247",\
      "hash":"8602e06a586270fe564ae1969742523adbcbd043","bids":[%s],"asks":[%s],\
      "event_type":"book"}\
      """
          .formatted(MARKET, YES, levels(1, 1), levels(99, -1));

  public PolymarketFrameBenchmark() {
    if (changeBound().price_changes().size() != 2
        || bookBound().bids().size() != LEVELS
        || !change().toString().contains("503.32")
        || !book().toString().contains("0.50")) {
      throw new IllegalStateException("a frame was not read");
    }
  }

  @Benchmark
  public final List<?> change() {
    return MarketFrames.read(changeFrame);
  }

  @Benchmark
  public final Bound.Change changeBound() {
    return bound(changeFrame, Bound.Change.class);
  }

  @Benchmark
  public final List<?> book() {
    return MarketFrames.read(bookFrame);
  }

  @Benchmark
  public final Bound.Book bookBound() {
    return bound(bookFrame, Bound.Book.class);
  }

  /** What databind makes of a frame. */
  static final class Bound {
    private Bound() {}

    record Change(String market, List<Row> price_changes, String timestamp, String event_type) {}

    record Row(
        String asset_id,
        BigDecimal price,
        BigDecimal size,
        String side,
        String hash,
        BigDecimal best_bid,
        BigDecimal best_ask) {}

    record Book(
        String market,
        String asset_id,
        String timestamp,
        String hash,
        List<Level> bids,
        List<Level> asks,
        String event_type) {}

    record Level(BigDecimal price, BigDecimal size) {}
  }

  private <T> T bound(String frame, Class<T> type) {
    try {
      return mapper.readValue(frame, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame that is no JSON", e);
    }
  }

  private static String change(String token, String side, String price) {
    return """
    {"asset_id":"%s","price":"%s","size":"503.32","side":"%s",\
    "hash":"52a1ab0b83926e8d34a1018feea85a50af0cea81","best_bid":"0.85","best_ask":"0.86"}\
    """
        .formatted(token, price, side);
  }

  /** Best last. */
  private static String levels(int firstCent, int step) {
    return IntStream.range(0, LEVELS)
        .mapToObj(
            i -> "{\"price\":\"0.%02d\",\"size\":\"1%03d.25\"}".formatted(firstCent + i * step, i))
        .collect(Collectors.joining(","));
  }
}
