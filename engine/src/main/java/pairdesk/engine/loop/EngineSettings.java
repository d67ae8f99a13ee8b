package pairdesk.engine.loop;

import java.time.Duration;
import java.util.Map;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.venue.Capabilities;

/**
 * All that the engine is told once.
 *
 * @param venues the venues it trades on; each must be reconciled before anything new is begun
 * @param strategyModes how far each strategy may go by itself; LIVE for those not in here
 */
public record EngineSettings(
    Account account,
    Map<VenueId, Capabilities> venues,
    Map<String, Mode> strategyModes,
    Rules rules,
    Rhythm rhythm) {
  public EngineSettings {
    venues = Map.copyOf(venues);
    strategyModes = Map.copyOf(strategyModes);
  }

  /**
   * @param label of the account that the database belongs to: part of every order id
   * @param settingsVersion stored with every verdict
   * @param paperCash what the paper account is opened with at each venue
   */
  public record Account(String label, long settingsVersion, Usd paperCash) {
    public static final Usd PAPER_CASH = Usd.ofDollars(10_000);
  }

  /**
   * What may be done, and how.
   *
   * @param limits as the settings have them
   * @param turned what people have changed since, in the units of each limit
   */
  public record Rules(
      Limits limits, Map<Dial, Long> turned, Fees fees, ExecutionSettings execution) {
    public static final Rules DEFAULTS =
        new Rules(Limits.DEFAULTS, Fees.STANDARD, ExecutionSettings.DEFAULTS);

    public Rules {
      turned = Map.copyOf(turned);
    }

    /** The limits of the settings, with what people have changed since. */
    public Limits inForce() {
      Limits changed = limits;
      for (Map.Entry<Dial, Long> one : turned.entrySet()) {
        changed = one.getKey().set(changed, one.getValue());
      }
      return changed;
    }

    /** With the limits as the settings have them. */
    public Rules(Limits limits, Fees fees, ExecutionSettings execution) {
      this(limits, Map.of(), fees, execution);
    }
  }

  /**
   * How often, and for how long.
   *
   * @param cooldown of a pair after a trade
   * @param remembered how long closed executions are kept, for fills that come late
   */
  public record Rhythm(
      Duration cooldown, Duration remembered, Doubts doubts, Reads reads, Announcing announcing) {
    public static final Rhythm DEFAULTS =
        new Rhythm(
            Duration.ofSeconds(30),
            Duration.ofDays(2),
            Doubts.DEFAULTS,
            Reads.DEFAULTS,
            Announcing.DEFAULTS);
  }

  /**
   * When something is doubtful.
   *
   * @param silent an order that left and was not answered for so long is looked up, while its call
   *     goes on
   * @param unanswered one that left and was not answered for so long is Unknown, whether or not its
   *     call has ended; looked for in vain for so long, the other leg is evened out without it
   * @param unsent an order that is not known to have left for so long is Unknown
   * @param fillsMissing an order whose fills have not come for so long is looked up
   * @param parked fills of an order that we do not know are kept so long before they count as not
   *     ours
   * @param unsettled a fill that is not final after so long pauses its pair
   * @param stillUnsettled after so long a person is asked about it
   * @param reversals how many fills of a pair a venue may take back
   */
  public record Doubts(
      Duration silent,
      Duration unanswered,
      Duration unsent,
      Duration fillsMissing,
      Duration parked,
      Duration unsettled,
      Duration stillUnsettled,
      Reversals reversals) {
    public static final Doubts DEFAULTS =
        new Doubts(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Reversals.DEFAULTS);
  }

  /**
   * @param most so many fills of a pair that one venue took back pause the pair
   * @param within matched in this time
   */
  public record Reversals(int most, Duration within) {
    public static final Reversals DEFAULTS = new Reversals(2, Duration.ofHours(1));
  }

  /**
   * How often the accounts are read.
   *
   * @param busy while something of ours is open
   * @param idle otherwise
   * @param overlap how far before the last read fills are read again
   * @param halted between two rounds of cancelling, after a halt
   */
  public record Reads(Duration busy, Duration idle, Duration overlap, Duration halted) {
    public static final Reads DEFAULTS =
        new Reads(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2));
  }

  /**
   * How often the same opportunity is written and told.
   *
   * @param rows between two rows of one pair
   * @param notices between two notices of one pair
   * @param change of the net edge that is told at once
   */
  public record Announcing(Duration rows, Duration notices, Ratio change) {
    public static final Announcing DEFAULTS =
        new Announcing(Duration.ofSeconds(1), Duration.ofSeconds(60), Ratio.ofBps(50));
  }

  Mode mode(Mode global, String strategy) {
    return global.orMoreCareful(strategyModes.getOrDefault(strategy, Mode.LIVE));
  }
}
