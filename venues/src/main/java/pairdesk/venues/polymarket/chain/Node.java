package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.web3j.utils.Numeric;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** The questions that we ask a node of the chain, and their answers as numbers. */
final class Node {
  private final JsonRpc rpc;
  private final long chainId;
  private volatile boolean chainChecked;

  Node(JsonRpc rpc, long chainId) {
    this.rpc = rpc;
    this.chainId = chainId;
  }

  /** The transaction as it was carried out. */
  record Receipt(String hash, boolean succeeded, BigInteger block) {}

  JsonRpc rpc() {
    return rpc;
  }

  /**
   * Asks once which chain this is.
   *
   * @throws VenueException when it is another one than the settings name
   */
  void requireChain() {
    if (chainChecked) {
      return;
    }
    BigInteger found = number(rpc.text("eth_chainId"));
    if (!found.equals(BigInteger.valueOf(chainId))) {
      throw new VenueException("the node is on chain " + found + ", want " + chainId);
    }
    chainChecked = true;
  }

  boolean hasCode(String address) {
    return rpc.text("eth_getCode", address, "latest").length() > 2;
  }

  /** The number of transactions of the address that are in a block, which is its next nonce. */
  BigInteger nonce(String address) {
    return number(rpc.text("eth_getTransactionCount", address, "latest"));
  }

  /** As {@link #nonce}, counting those that wait for their block too. */
  BigInteger pendingNonce(String address) {
    return number(rpc.text("eth_getTransactionCount", address, "pending"));
  }

  /** Units of gas that the call would use, in hex; an error when it would fail. */
  JsonRpc.Sent gas(String from, EncodedCall call) {
    return rpc.send("eth_estimateGas", Map.of("from", from, "to", call.to(), "data", call.data()));
  }

  BigInteger baseFee() {
    return number(
        rpc.ask("eth_getBlockByNumber", "latest", false).object("result").text("baseFeePerGas"));
  }

  BigInteger tip() {
    return number(rpc.text("eth_maxPriorityFeePerGas"));
  }

  BigInteger block() {
    return number(rpc.text("eth_blockNumber"));
  }

  BigInteger balance(String address) {
    return number(rpc.text("eth_getBalance", address, "latest"));
  }

  Optional<Receipt> receipt(String hash) {
    Fields answer = rpc.ask("eth_getTransactionReceipt", hash);
    if (!answer.has("result")) {
      return Optional.empty();
    }
    Fields receipt = answer.object("result");
    return Optional.of(
        new Receipt(
            receipt.text("transactionHash"),
            number(receipt.text("status")).signum() != 0,
            number(receipt.text("blockNumber"))));
  }

  boolean knows(String hash) {
    return rpc.ask("eth_getTransactionByHash", hash).has("result");
  }

  /** Reads from a contract: the one number that the function gives. */
  BigInteger read(EncodedCall call) {
    return number(rpc.text("eth_call", Map.of("to", call.to(), "data", call.data()), "latest"));
  }

  static BigInteger number(String hex) {
    if (!hex.matches("0x[0-9a-fA-F]{1,64}")) {
      throw new VenueException("no number of the chain: " + hex);
    }
    return Numeric.toBigInt(hex);
  }
}
