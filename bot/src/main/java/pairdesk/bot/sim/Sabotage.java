package pairdesk.bot.sim;

import java.util.List;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Pair;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * Where a planted bug may reach in: the boundaries around the engine. Everything passes through
 * unchanged unless a {@link PlantedBug} says otherwise; nothing of it is in production code.
 */
interface Sabotage {
  Sabotage NONE = new Sabotage() {};

  default EngineSettings settings(EngineSettings right) {
    return right;
  }

  default Market told(Market right) {
    return right;
  }

  default Pair paired(Pair right) {
    return right;
  }

  default Recovered recovered(Recovered right) {
    return right;
  }

  /** What the engine hears of one event. */
  default List<EngineEvent> heard(EngineEvent right) {
    return List.of(right);
  }

  /** What is carried out of what the engine asked for. */
  default List<Effect> asked(List<Effect> right) {
    return right;
  }

  /** What an adapter makes of a read of which a page was missing. */
  default AccountSnapshot incomplete(AccountSnapshot right) {
    return right;
  }

  default boolean commitsFirst() {
    return true;
  }

  /** Whether Kalshi's order group is closed before an order is called absent. */
  default boolean fences() {
    return true;
  }

  default Retry afterTimeout() {
    return Retry.NEVER;
  }

  /** Whether the intents' transaction looks at mode, halt and pair. */
  default boolean asksForConsent() {
    return true;
  }

  /** Whether the intents' transaction looks at the lease's epoch. */
  default boolean checksLease() {
    return true;
  }

  /** Whether the order task looks at how old the approval is before it sends. */
  default boolean checksApproval() {
    return true;
  }

  /** Whether the process is killed right after this. */
  default boolean dies(CrashPoint reached) {
    return false;
  }

  /** What an order task does when no answer came. */
  enum Retry {
    NEVER,
    /** The same order, signed again: a second order where the signature is its name. */
    SIGNED_AGAIN,
    /** The same order under a new id of ours. */
    NEW_ID
  }
}
