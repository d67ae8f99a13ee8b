package pairdesk.engine.execution;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.MakerRules;

/**
 * How executions are carried out.
 *
 * @param tactics how each strategy's bundles are bought where nobody chose for their pair, by its
 *     name; both legs at once for those not in here
 */
public record ExecutionSettings(
    Map<String, Tactic> tactics,
    PartialFillPolicy policy,
    PriceRules prices,
    Patience patience,
    Retries retries,
    Resting resting) {
  public static final ExecutionSettings DEFAULTS =
      new ExecutionSettings(
          Map.of(),
          PartialFillPolicy.STANDARD,
          PriceRules.STANDARD,
          Patience.DEFAULTS,
          Retries.DEFAULTS,
          Resting.DEFAULTS);

  public ExecutionSettings {
    tactics = Map.copyOf(tactics);
  }

  /** What is found as a bid that rests is one; whatever else is found crosses the spread. */
  public Tactic tactic(String strategy, @Nullable Tactic chosen) {
    Tactic usual = tactics.getOrDefault(strategy, Tactic.TAKER_TAKER);
    if (chosen == null || usual == Tactic.MAKER_TAKER) {
      return usual;
    }
    return chosen == Tactic.SEQUENTIAL ? chosen : Tactic.TAKER_TAKER;
  }

  /**
   * How a bid rests that is hedged on the other venue as it fills.
   *
   * @param rules when it pays to let it rest
   * @param hedgeAbovePlan how far above the planned worst price a second hedge may cost, and those
   *     after it
   * @param collect how long fills are collected that are too small for the hedge's venue
   * @param between two hedges; what fills meanwhile goes into the second
   * @param spacing between the beginnings of two bids of one pair, and how long one rests before it
   *     is withdrawn because somebody bids more
   * @param expiry after which the venue ends it by itself, if we are gone
   * @param beforeFreeze how long before the last entry is allowed it is withdrawn
   */
  public record Resting(
      MakerRules rules,
      Ratio hedgeAbovePlan,
      Duration collect,
      Duration between,
      Duration spacing,
      Duration expiry,
      Duration beforeFreeze) {
    public static final Resting DEFAULTS =
        new Resting(
            MakerRules.DEFAULTS,
            Ratio.ofPercent(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            Duration.ofMinutes(4),
            Duration.ofSeconds(10));
  }

  /**
   * How long is waited.
   *
   * @param progress without any news while the legs differ, before what still rests is cancelled
   * @param order for an order that rests
   * @param hold with legs that differ little enough to be held
   * @param unwind within the unwind's limit, before panic
   * @param exposed with more unhedged than the limit, before panic
   * @param alarm with more unhedged than the limit, before a person is told
   * @param cancel for the effect of a cancel, before it is asked again
   * @param stuck between two alarms of an execution that is stuck
   */
  public record Patience(
      Duration progress,
      Duration order,
      Duration hold,
      Duration unwind,
      Duration exposed,
      Duration alarm,
      Duration cancel,
      Duration stuck) {
    public static final Patience DEFAULTS =
        new Patience(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1));
  }

  /**
   * How often is tried.
   *
   * @param patches attempts to buy the missing part before the surplus is sold
   * @param patchTime within which
   * @param spacing between two attempts of one stage, unless a newer book shows what to do
   * @param beforePause attempts of one stage before a pause
   * @param vain orders in a row that filled nothing, more than of the other remedy, before that one
   *     is taken though it seems worse
   */
  public record Retries(
      int patches,
      Duration patchTime,
      Duration spacing,
      int beforePause,
      Duration pause,
      int vain,
      Pauses pauses) {
    public static final Retries DEFAULTS =
        new Retries(
            3,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            10,
            Duration.ofSeconds(30),
            3,
            Pauses.DEFAULTS);

    /** How long to wait after so many attempts. */
    Duration after(int attempts) {
      return isPauseAfter(attempts) ? pause : spacing;
    }

    boolean isPauseAfter(int attempts) {
      return attempts > 0 && attempts % beforePause == 0;
    }
  }

  /**
   * How long the same is not asked for again after a no; what else there is to do is done at once.
   *
   * @param purchase a venue refused to let us buy, for a reason that will hold: money, permission,
   *     a closed market
   * @param again a venue refused to let us sell, where shares may not have settled yet, or an order
   *     could not be sent; grows with each no in a row
   * @param atMost what that grows to
   * @param denied our own gate said no, and nothing was sent
   */
  public record Pauses(Duration purchase, Duration again, Duration atMost, Duration denied) {
    public static final Pauses DEFAULTS =
        new Pauses(
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofSeconds(5));
  }
}
