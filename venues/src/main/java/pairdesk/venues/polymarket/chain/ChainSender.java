package pairdesk.venues.polymarket.chain;

import java.util.List;

/**
 * Carries out calls, one after the other. Blocking; called on virtual threads, by any of them.
 *
 * <p>A caller writes the prepared call down between {@link #prepare} and {@link #send}: its id is
 * what {@link #resolve} finds it by, also after a restart.
 */
public interface ChainSender {

  /**
   * Checks, prices and signs; sends nothing.
   *
   * @throws IllegalArgumentException when the chain has no such contract
   * @throws pairdesk.venues.net.VenueException when the chain or the relayer cannot be asked
   */
  default Preparation prepare(ChainCall call) {
    return prepare(List.of(call));
  }

  /**
   * The same for several that are carried out together, all of them or none.
   *
   * @throws IllegalArgumentException also when there is none, or several and {@link #batches} says
   *     no
   */
  Preparation prepare(List<ChainCall> calls);

  /** Whether several calls can be carried out together: a wallet's can. */
  boolean batches();

  /** Sends a prepared call exactly once, and waits for its outcome as long as the settings say. */
  ChainOutcome send(PreparedCall call);

  /**
   * What became of a call that was sent, without sending anything.
   *
   * @throws pairdesk.venues.net.VenueException when the chain or the relayer cannot be asked
   */
  ChainOutcome resolve(PreparedCall call);

  /** Whether a call can be made. */
  sealed interface Preparation {
    record Ready(PreparedCall call) implements Preparation {}

    /** It would fail, costs more than the settings allow, or another call is unresolved. */
    record Refused(String reason) implements Preparation {}
  }
}
