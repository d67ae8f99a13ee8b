package pairdesk.sandbox.flow;

import java.time.Duration;

/**
 * How lively the participants are, at speed 1.
 *
 * @param step between two looks of a maker at its market
 * @param betweenGaps mean time between two gaps of one pair
 * @param betweenTrades mean time between two trades among the participants in one market
 * @param resolution from a market's close to its answer
 */
public record FlowSettings(
    long seed, Duration step, Duration betweenGaps, Duration betweenTrades, Duration resolution) {

  public static FlowSettings usual(long seed) {
    return new FlowSettings(
        seed,
        Duration.ofMillis(700),
        Duration.ofMinutes(4),
        Duration.ofSeconds(25),
        Duration.ofSeconds(5));
  }
}
