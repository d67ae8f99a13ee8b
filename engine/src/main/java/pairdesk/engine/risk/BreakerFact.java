package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ExecutionId;

/** Something a breaker may trip or reset on. */
public sealed interface BreakerFact {

  /**
   * An execution closed, or got stuck. Those that were refused, stale, or filled nothing are not
   * reported.
   *
   * @param failed unwound at a loss, panic-closed, stuck, or ended by an error; else it completed
   * @param what the execution and how it ended, for the cause
   */
  record ExecutionEnded(boolean failed, String what) implements BreakerFact {}

  /** The venue answered an order request, or let it time out after this long. */
  record OrderAnswered(VenueId venue, Duration latency) implements BreakerFact {}

  /**
   * @param offset the venue's clock less ours
   */
  record ClockMeasured(VenueId venue, Duration offset) implements BreakerFact {}

  /** Not one of the books that are wanted of the venue was confirmed for so long. */
  record FeedSilent(VenueId venue, Duration span) implements BreakerFact {}

  /** A book of the venue was confirmed again. */
  record FeedHeard(VenueId venue) implements BreakerFact {}

  record JournalLagged(Duration lag) implements BreakerFact {}

  /** The database committed intents, or refused to, after this long. */
  record CommitMeasured(Duration took) implements BreakerFact {}

  /** The database refused a fact for its content, and will again. */
  record RowRefused(String what) implements BreakerFact {}

  /** The engine is back from a batch that took longer than it may. */
  record EngineStalled(Duration busy) implements BreakerFact {}

  /** Orders of unknown outcome per venue: since when each is unknown. */
  record UnknownOrders(Map<VenueId, List<Instant>> since) implements BreakerFact {
    public UnknownOrders {
      since = Map.copyOf(since);
    }
  }

  /**
   * Orders are about to leave.
   *
   * @param entries how many of them add risk
   * @param planned how many orders the execution's plan has
   */
  record OrdersSent(ExecutionId execution, int orders, int entries, int planned)
      implements BreakerFact {}

  /**
   * Where the money stands, after each change of it; told only while the cash of every venue is
   * known.
   *
   * @param dayNet realised less fees of this UTC day, hedged pairs of which one market has paid as
   *     if the other had
   * @param openLoss what open unhedged shares would lose at their worst, zero or positive
   * @param equity cash and cost of positions by the ledger ({@code Portfolio.equity}), such pairs
   *     alike, less the open loss
   */
  record MoneyChanged(Usd dayNet, Usd openLoss, Usd equity) implements BreakerFact {}

  /**
   * Cash came from outside or went there: a deposit or a withdrawal, no gain and no loss.
   *
   * @param amount negative when it went
   */
  record CashMoved(Usd amount) implements BreakerFact {}

  /** An accounting identity does not hold. */
  record IdentityBroken(String what) implements BreakerFact {}

  /** Time has passed. */
  record Tick() implements BreakerFact {}

  /** A person resets one breaker. */
  record PersonReset(String name) implements BreakerFact {}
}
