package pairdesk.engine.risk;

import java.time.Duration;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** When the automatic stops trip, and when they let go. */
public record BreakerLimits(Failures failures, Losses losses, Lag lag, Orders orders) {
  public static final BreakerLimits DEFAULTS =
      new BreakerLimits(Failures.DEFAULTS, Losses.DEFAULTS, Lag.DEFAULTS, Orders.DEFAULTS);

  /**
   * @param inARow failed executions without a completed one between them
   * @param pause how long entries stay off
   */
  public record Failures(int inARow, Duration pause) {
    public static final Failures DEFAULTS = new Failures(3, Duration.ofHours(1));

    public Failures {
      Checks.positive("failed executions", inARow);
      Checks.positive("pause after failed executions", pause);
    }
  }

  /**
   * @param day loss of one UTC day, of the capital at its start
   * @param drawdown of the highest equity ever
   */
  public record Losses(Cap day, Ratio drawdown) {
    public static final Losses DEFAULTS =
        new Losses(new Cap(Usd.ofDollars(50), Ratio.ofPercent(5)), Ratio.ofPercent(10));

    public Losses {
      Checks.share("drawdown", drawdown);
    }
  }

  /**
   * How slow or wrong the paths around us may be.
   *
   * @param latency of the order path of a venue
   * @param journal backlog of rows
   * @param commit of the intents of orders, before these leave
   * @param clock distance of the venue's clock from ours
   * @param afterStall how long entries stay off after the engine hung
   */
  public record Lag(
      Latency latency, Duration journal, Latency commit, Recovery clock, Duration afterStall) {
    public static final Lag DEFAULTS =
        new Lag(
            Latency.DEFAULTS,
            Duration.ofSeconds(1),
            new Latency(
                new Recovery(Duration.ofMillis(250), Duration.ofMillis(250), Duration.ofMinutes(1)),
                Duration.ofMinutes(1),
                10,
                3),
            new Recovery(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMinutes(1)),
            Duration.ofMinutes(5));

    public Lag {
      Checks.positive("journal backlog", journal);
      Checks.positive("pause after a stall", afterStall);
    }

    public Lag withLatency(Latency changed) {
      return new Lag(changed, journal, commit, clock, afterStall);
    }

    public Lag withJournal(Duration backlog) {
      return new Lag(latency, backlog, commit, clock, afterStall);
    }

    public Lag withCommit(Latency changed) {
      return new Lag(latency, journal, changed, clock, afterStall);
    }

    public Lag withClock(Recovery distance) {
      return new Lag(latency, journal, commit, distance, afterStall);
    }
  }

  /**
   * Trips above one value and resets after a while below a lower one.
   *
   * @param quiet how long it must stay below
   */
  public record Recovery(Duration trip, Duration reset, Duration quiet) {
    public Recovery {
      Checks.positive("trip value", trip);
      Checks.positive("reset value", reset);
      Checks.positive("quiet time", quiet);
      if (reset.compareTo(trip) > 0) {
        throw new IllegalArgumentException("resets at " + reset + ", above its trip at " + trip);
      }
    }
  }

  /**
   * 95th percentile of what orders wait for.
   *
   * @param window over which it is taken
   * @param samples needed in the window
   * @param inARow slow answers that trip it by themselves
   */
  public record Latency(Recovery p95, Duration window, int samples, int inARow) {
    public static final Latency DEFAULTS =
        new Latency(
            new Recovery(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMinutes(2)),
            Duration.ofMinutes(1),
            10,
            3);

    public Latency {
      Checks.positive("latency window", window);
      Checks.positive("latency samples", samples);
      Checks.positive("slow answers in a row", inARow);
    }
  }

  /**
   * @param unknownAtOneVenue orders of unknown outcome
   * @param unknownFor how long one may stay unknown
   * @param overPlan how many times its planned orders an execution may send within {@code burst}
   * @param entriesPerMinute orders that add risk
   */
  public record Orders(
      int unknownAtOneVenue,
      Duration unknownFor,
      int overPlan,
      Duration burst,
      int entriesPerMinute) {
    public static final Orders DEFAULTS =
        new Orders(2, Duration.ofSeconds(30), 3, Duration.ofSeconds(10), 60);

    public Orders {
      Checks.positive("unknown orders at one venue", unknownAtOneVenue);
      Checks.positive("time an order may stay unknown", unknownFor);
      Checks.positive("orders over plan", overPlan);
      Checks.positive("burst", burst);
      Checks.positive("entries a minute", entriesPerMinute);
    }
  }
}
