package pairdesk.venues.polymarket.chain;

/**
 * The id of one question in the position ledger of protocol version 2: the upper bytes of its
 * position ids.
 *
 * @param hex 0x and 62 hex digits
 */
public record RouterConditionId(String hex) {
  private static final int LENGTH = 31;

  /**
   * @throws IllegalArgumentException when the text is anything else
   */
  public RouterConditionId {
    Bytes.parse(hex, LENGTH);
  }

  byte[] bytes() {
    return Bytes.parse(hex, LENGTH);
  }
}
