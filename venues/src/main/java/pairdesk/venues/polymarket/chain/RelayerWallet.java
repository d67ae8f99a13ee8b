package pairdesk.venues.polymarket.chain;

/**
 * A wallet that the relayer acts for.
 *
 * @param address of the wallet that holds the money
 */
public record RelayerWallet(Kind kind, String address) {

  /** How the wallet checks that its owner wants a call. */
  public enum Kind {
    PROXY("PROXY"),
    SAFE("SAFE"),
    DEPOSIT_WALLET("WALLET");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word on the wire. */
    String code() {
      return code;
    }
  }

  /**
   * @throws IllegalArgumentException when the address is none
   */
  public RelayerWallet {
    Bytes.address(address);
  }
}
