package pairdesk.sandbox.wire.polymarket.signing;

/**
 * A call of a contract that sends no coin.
 *
 * @param data hex of selector and arguments
 */
public record ContractCall(Address to, String data) {
  public byte[] bytes() {
    return Words.bytes(data);
  }
}
