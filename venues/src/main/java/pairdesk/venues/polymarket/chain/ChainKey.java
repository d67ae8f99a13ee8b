package pairdesk.venues.polymarket.chain;

/** The account's key: tells its address and signs, and never shows itself. */
public interface ChainKey {
  /** With the checksum's capitals. */
  String address();

  /**
   * @param digest 32 bytes
   * @return the 65 bytes r ‖ s ‖ v, v being 27 or 28, s in the lower half
   */
  byte[] sign(byte[] digest);
}
