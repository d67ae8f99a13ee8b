package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.engine.market.MarketId;

/** What each venue as a whole allows at the moment. Safe from any thread. */
public final class VenueModes {
  /** After a restart Polymarket takes only post-only orders for this long. */
  static final Duration POST_ONLY_AFTER_RESTART = Duration.ofMinutes(2);

  private static final int ORDER_VERSION = 2;

  /** How Polymarket's engine answers. */
  public enum Polymarket {
    NORMAL,
    /** Order endpoints answer 425. */
    RESTARTING,
    POST_ONLY,
    CANCEL_ONLY,
    DISABLED
  }

  /**
   * What a signing key may do on Polymarket, by second; half as much again in a burst.
   *
   * @param orders to place
   * @param cancels of orders
   */
  public record Budgets(int orders, int cancels) {
    public static final Budgets STANDARD = new Budgets(40, 80);
  }

  private record Timed(Polymarket mode, Instant until) {}

  private final InstantSource clock;
  private final KalshiModes kalshi;
  private final ChainModes chain = new ChainModes();
  private final Map<MarketId, Duration> takerDelays = new ConcurrentHashMap<>();
  private volatile int orderVersion = ORDER_VERSION;
  private volatile Budgets budgets = Budgets.STANDARD;
  private volatile Timed polymarket = new Timed(Polymarket.NORMAL, Instant.MAX);

  VenueModes(InstantSource clock) {
    this.clock = clock;
    this.kalshi = new KalshiModes(clock);
  }

  public KalshiModes kalshi() {
    return kalshi;
  }

  public ChainModes chain() {
    return chain;
  }

  /** How long Polymarket holds what would trade at once in this market; zero where it does not. */
  public Duration takerDelay(MarketId market) {
    return takerDelays.getOrDefault(market, Duration.ZERO);
  }

  public void delayTakers(MarketId market, Duration delay) {
    takerDelays.put(market, delay);
  }

  /** The version of the typed data that Polymarket's orders must be signed with. */
  public int orderVersion() {
    return orderVersion;
  }

  public void setOrderVersion(int version) {
    orderVersion = version;
  }

  public Budgets budgets() {
    return budgets;
  }

  /** Every key starts afresh with them. */
  public void setBudgets(Budgets next) {
    budgets = next;
  }

  /** The mode now; a restart passes into post-only by itself, and that into normal. */
  public Polymarket polymarket() {
    Timed now = polymarket;
    Instant instant = clock.instant();
    if (instant.isBefore(now.until())) {
      return now.mode();
    }
    boolean restarted =
        now.mode() == Polymarket.RESTARTING
            && instant.isBefore(now.until().plus(POST_ONLY_AFTER_RESTART));
    return restarted ? Polymarket.POST_ONLY : Polymarket.NORMAL;
  }

  /** When the present mode ends by itself. */
  public Instant polymarketUntil() {
    Timed now = polymarket;
    return now.mode() == Polymarket.RESTARTING && !clock.instant().isBefore(now.until())
        ? now.until().plus(POST_ONLY_AFTER_RESTART)
        : now.until();
  }

  public void setPolymarket(Polymarket mode) {
    polymarket = new Timed(mode, Instant.MAX);
  }

  public void setPolymarket(Polymarket mode, Duration span) {
    polymarket = new Timed(mode, clock.instant().plus(span));
  }
}
