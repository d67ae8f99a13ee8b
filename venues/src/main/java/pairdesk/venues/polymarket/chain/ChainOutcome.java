package pairdesk.venues.polymarket.chain;

/** What became of a call. */
public sealed interface ChainOutcome {

  /**
   * It was carried out.
   *
   * @param transaction hash
   */
  record Confirmed(String transaction) implements ChainOutcome {}

  /** It was carried out in vain: nothing changed but the gas that was paid. */
  record Failed(String transaction, String reason) implements ChainOutcome {}

  /** Nothing left. */
  record NotSent(String reason) implements ChainOutcome {}

  /** The node or the relayer answered no, and does not have it. */
  record Refused(String reason) implements ChainOutcome {}

  /** Another transaction used the nonce: this one can never be carried out. */
  record Replaced(String reason) implements ChainOutcome {}

  /** Not decided: it waits for its block, or nobody could be asked. */
  record Pending(String reason) implements ChainOutcome {}

  /**
   * The node or the relayer does not know it, and its nonce is free: it was lost, was dropped, or
   * is still on its way.
   */
  record Missing(String reason) implements ChainOutcome {}

  /** Whether nothing can happen to the call any more. */
  default boolean isFinal() {
    return switch (this) {
      case Confirmed _, Failed _, NotSent _, Refused _, Replaced _ -> true;
      case Pending _, Missing _ -> false;
    };
  }
}
