package pairdesk.venues.polymarket.chain;

/**
 * The id of one question on the ConditionalTokens contract.
 *
 * @param hex 0x and 64 hex digits
 */
public record ConditionId(String hex) {
  private static final int LENGTH = 32;

  /**
   * @throws IllegalArgumentException when the text is anything else
   */
  public ConditionId {
    Bytes.parse(hex, LENGTH);
  }

  byte[] bytes() {
    return Bytes.parse(hex, LENGTH);
  }
}
