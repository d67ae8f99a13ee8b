package pairdesk.venues.kalshi;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.Fields;

/** The rate limits of our account: its tier, its two budgets, and what each call costs. */
public final class KalshiLimits {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiLimits.class);

  private final KalshiRest rest;
  private final KalshiBudgets budgets;

  /**
   * @param tier the venue's word: {@code basic}, {@code advanced} …
   */
  public record Limits(String tier, Budget read, Budget write) {}

  /** Tokens that a bucket holds, and that arrive in a second. */
  public record Budget(int capacity, int perSecond) {
    public Budget {
      if (capacity <= 0 || perSecond <= 0) {
        throw new IllegalArgumentException("budget of " + capacity + " by " + perSecond);
      }
    }
  }

  KalshiLimits(KalshiRest rest, KalshiBudgets budgets) {
    this.rest = rest;
    this.budgets = budgets;
  }

  /**
   * Reads the account's limits.
   *
   * @throws pairdesk.venues.net.VenueException when they cannot be read
   */
  public Limits read() {
    return limits(rest.readOwn("/account/limits"));
  }

  static Limits limits(Fields answer) {
    return new Limits(answer.text("usage_tier"), budget(answer, "read"), budget(answer, "write"));
  }

  /** Reads limits and prices, and keeps to them from now on. */
  void follow() {
    Limits limits = read();
    budgets.learn(limits, costs(rest.readOwn("/account/endpoint_costs")));
    LOG.atDebug()
        .addKeyValue("tier", limits.tier())
        .addKeyValue("read", limits.read())
        .addKeyValue("write", limits.write())
        .log("rate limits");
  }

  static Map<KalshiCost, Integer> costs(Fields answer) {
    var costs = new EnumMap<KalshiCost, Integer>(KalshiCost.class);
    for (Fields row : answer.list("endpoint_costs")) {
      for (KalshiCost cost : KalshiCost.values()) {
        if (cost.is(row.text("method"), row.text("path"))) {
          costs.put(cost, row.whole("cost", KalshiLimits::positive));
        }
      }
    }
    return costs;
  }

  private static Budget budget(Fields answer, String name) {
    Fields bucket = answer.object(name);
    return new Budget(
        bucket.whole("bucket_capacity", KalshiLimits::positive),
        bucket.whole("refill_rate", KalshiLimits::positive));
  }

  private static int positive(long tokens) {
    if (tokens <= 0) {
      throw new IllegalArgumentException("want more than nothing: " + tokens);
    }
    return Math.toIntExact(tokens);
  }
}
