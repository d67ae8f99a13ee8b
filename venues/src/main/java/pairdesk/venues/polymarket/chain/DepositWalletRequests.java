package pairdesk.venues.polymarket.chain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;

/** Calls of a deposit wallet, signed as one batch by its owner (type WALLET). */
final class DepositWalletRequests {
  static final String FACTORY = "0x00000000000Fb5C9ADea0298D729A0CB3823Cc07";
  private static final String CALL = "Call(address target,uint256 value,bytes data)";
  private static final byte[] CALL_TYPE = Bytes.keccak(CALL);
  private static final byte[] BATCH_TYPE =
      Bytes.keccak("Batch(address wallet,uint256 nonce,uint256 deadline,Call[] calls)" + CALL);
  private static final byte[] DOMAIN_TYPE =
      Bytes.keccak(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

  private final ChainKey key;
  private final long chainId;
  private final String wallet;

  DepositWalletRequests(ChainKey key, long chainId, String wallet) {
    this.key = key;
    this.chainId = chainId;
    this.wallet = wallet;
  }

  /** Makes the owner's wallet; needs no signature. */
  static String create(String owner) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "WALLET-CREATE").put("from", owner).put("to", FACTORY);
    return body.toString();
  }

  /**
   * @param deadline seconds since 1970 after which the wallet refuses the batch
   */
  SignedRequest batch(BigInteger nonce, long deadline, List<EncodedCall> calls) {
    byte[] digest = TypedData.digest(domain(), struct(nonce, deadline, calls));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", RelayerWallet.Kind.DEPOSIT_WALLET.code())
        .put("from", key.address())
        .put("to", FACTORY)
        .put("nonce", nonce.toString())
        .put("signature", Bytes.hex(key.sign(digest)));
    ObjectNode params = body.putObject("depositWalletParams");
    params.put("depositWallet", wallet).put("deadline", Long.toString(deadline));
    ArrayNode list = params.putArray("calls");
    calls.forEach(call ->
        list.addObject().put("target", call.to()).put("value", "0").put("data", call.data()));
    return new SignedRequest(Bytes.hex(digest), body.toString());
  }

  private byte[] domain() {
    return Bytes.keccak(
        DOMAIN_TYPE,
        Bytes.keccak("DepositWallet"),
        Bytes.keccak("1"),
        Bytes.word(chainId),
        Bytes.addressWord(wallet));
  }

  private byte[] struct(BigInteger nonce, long deadline, List<EncodedCall> calls) {
    byte[][] hashes = calls.stream().map(DepositWalletRequests::struct).toArray(byte[][]::new);
    return Bytes.keccak(
        BATCH_TYPE,
        Bytes.addressWord(wallet),
        Bytes.word(nonce),
        Bytes.word(deadline),
        Bytes.keccak(hashes));
  }

  private static byte[] struct(EncodedCall call) {
    return Bytes.keccak(
        CALL_TYPE, Bytes.addressWord(call.to()), Bytes.word(0), Bytes.keccak(call.bytes()));
  }
}
