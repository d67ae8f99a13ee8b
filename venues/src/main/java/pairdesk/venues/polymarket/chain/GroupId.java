package pairdesk.venues.polymarket.chain;

/**
 * The id of a neg-risk event on its adapter: the question id of index 0.
 *
 * @param hex 0x and 64 hex digits
 */
public record GroupId(String hex) {
  private static final int LENGTH = 32;

  /**
   * @throws IllegalArgumentException when the text is anything else
   */
  public GroupId {
    Bytes.parse(hex, LENGTH);
  }

  byte[] bytes() {
    return Bytes.parse(hex, LENGTH);
  }
}
