package pairdesk.sandbox.wire.polymarket.signing;

/**
 * The EIP-712 domain of one exchange contract: an order signed for one of them, or for another
 * version, is worth nothing at the other.
 */
public final class ExchangeDomain {
  private static final byte[] TYPE_HASH =
      Words.keccak(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

  private final byte[] separator;

  private ExchangeDomain(String version, Address contract) {
    this.separator =
        Words.keccak(
            TYPE_HASH,
            Words.keccak("Polymarket CTF Exchange"),
            Words.keccak(version),
            Words.word(Contracts.CHAIN_ID),
            Words.word(contract));
  }

  /**
   * @param version 2, or 3
   */
  public static ExchangeDomain of(int version, boolean negRisk) {
    return switch (version) {
      case 2 -> new ExchangeDomain("2", Contracts.exchange(negRisk));
      case 3 -> new ExchangeDomain("3", Contracts.EXCHANGE_V3);
      default -> throw new IllegalArgumentException("no order version " + version);
    };
  }

  byte[] separator() {
    return separator.clone();
  }

  byte[] digest(OrderFields order) {
    return Words.digest(separator, order.structHash());
  }

  /** The venue's name of the order: its digest, also when a wallet contract signs. */
  public String orderId(OrderFields order) {
    return Words.hex(digest(order));
  }
}
