package pairdesk.engine.venue;

/**
 * What a cancel attempt meant. None of these says how much was filled: look at the order for that.
 */
public sealed interface CancelOutcome {
  /** The venue took the request. */
  record Requested() implements CancelOutcome {}

  /** Not live (filled, cancelled, or never there): look. */
  record NotLive(String text) implements CancelOutcome {}

  record Unknown(String reason) implements CancelOutcome {}
}
