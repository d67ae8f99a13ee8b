package pairdesk.venues.polymarket.chain;

import pairdesk.venues.net.Fields;

/** What the relayer's states mean. A state that we do not know leaves the outcome open. */
final class RelayerStates {
  private RelayerStates() {}

  static ChainOutcome outcome(Fields transaction) {
    String state = transaction.text("state");
    String hash = transaction.textOrEmpty("transactionHash");
    return switch (state) {
      case "STATE_CONFIRMED" -> new ChainOutcome.Confirmed(hash);
      case "STATE_FAILED" -> new ChainOutcome.Failed(hash, state);
      case "STATE_INVALID" -> new ChainOutcome.Refused(state);
      default -> new ChainOutcome.Pending(state);
    };
  }
}
