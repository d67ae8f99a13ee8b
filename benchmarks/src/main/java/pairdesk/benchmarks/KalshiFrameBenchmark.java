package pairdesk.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Decimals;
import pairdesk.venues.kalshi.KalshiHotFrame;

/**
 * The change of a level from its text to integers. The baseline is Jackson's tree of the same text
 * and our exact decimals, which is what every other message goes through.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KalshiFrameBenchmark {
  private static final int ROUND = 64;

  private final String[] frames = new String[ROUND];
  private final KalshiHotFrame hot = new KalshiHotFrame();
  private final JsonMapper jackson = JsonMapper.builder().build();

  public KalshiFrameBenchmark() {
    for (int i = 0; i < ROUND; i++) {
      frames[i] = frame(i);
      if (!hot.readDelta(frames[i]) || sum() != databind(frames[i])) {
        throw new IllegalStateException("read differently: " + frames[i]);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void scanned(Blackhole reader) {
    for (String frame : frames) {
      hot.readDelta(frame);
      reader.consume(sum());
    }
  }

  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void databind(Blackhole reader) {
    for (String frame : frames) {
      reader.consume(databind(frame));
    }
  }

  private long sum() {
    return hot.sid()
        + hot.seq()
        + hot.ticker().length()
        + (hot.outcome() == Outcome.YES ? 0 : 1)
        + hot.priceE4()
        + hot.changeE6()
        + hot.atMillis();
  }

  private long databind(String frame) {
    try {
      JsonNode root = jackson.readTree(frame);
      JsonNode msg = root.get("msg");
      return root.get("sid").longValue()
          + root.get("seq").longValue()
          + msg.get("market_ticker").textValue().length()
          + (msg.get("side").textValue().equals("yes") ? 0 : 1)
          + Decimals.parse(msg.get("price_dollars").textValue(), 4)
          + Decimals.parse(msg.get("delta_fp").textValue(), 6)
          + msg.get("ts_ms").longValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame of ours is no JSON", e);
    }
  }

  private static String frame(int number) {
    return """
    {"type":"orderbook_delta","sid":1,"seq":%d,"msg":{"market_ticker":"KXBTC15M-26NOV201015-%02d",\
    "market_id":"9b0f6b43-5b68-4f9f-9f02-9a2d1b8ac1a1","price_dollars":"0.%02d00",\
    "delta_fp":"%d.00","side":"%s","ts":"2026-11-20T15:04:01.354803Z","ts_ms":1795187041354}}\
    """
        .formatted(
            1_000 + number, number, 10 + number, number - 20, number % 3 == 0 ? "no" : "yes");
  }
}
