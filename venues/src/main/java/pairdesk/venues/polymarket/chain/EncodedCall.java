package pairdesk.venues.polymarket.chain;

/**
 * A call as the chain takes it. No call of ours sends the chain's own coin.
 *
 * @param to address of a contract of the table
 * @param data hex of selector and arguments
 */
record EncodedCall(String to, String data) {
  byte[] bytes() {
    return Bytes.parse(data);
  }
}
