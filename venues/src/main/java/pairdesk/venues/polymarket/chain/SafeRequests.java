package pairdesk.venues.polymarket.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.datatypes.DynamicBytes;

/** Calls of a Safe, signed by its owner; several go through a multi-send contract. */
final class SafeRequests {
  private static final String FACTORY = "0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b";
  private static final String FACTORY_NAME = "Polymarket Contract Proxy Factory";
  private static final String MULTI_SEND = "0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761";
  private static final String NOBODY = "0x0000000000000000000000000000000000000000";
  private static final int CALL = 0;
  private static final int DELEGATE_CALL = 1;

  /** What a Safe's signature adds to v when the hash was signed as a personal message. */
  private static final int PERSONAL_V = 4;

  private static final byte[] SAFE_DOMAIN_TYPE =
      Bytes.keccak("EIP712Domain(uint256 chainId,address verifyingContract)");
  private static final byte[] SAFE_TYPE =
      Bytes.keccak(
          "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,"
              + "uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,"
              + "uint256 nonce)");
  private static final byte[] FACTORY_DOMAIN_TYPE =
      Bytes.keccak("EIP712Domain(string name,uint256 chainId,address verifyingContract)");
  private static final byte[] CREATE_TYPE =
      Bytes.keccak("CreateProxy(address paymentToken,uint256 payment,address paymentReceiver)");

  private final ChainKey key;
  private final long chainId;
  private final String safe;

  SafeRequests(ChainKey key, long chainId, String safe) {
    this.key = key;
    this.chainId = chainId;
    this.safe = safe;
  }

  /** One transaction of the Safe. */
  private record Transaction(EncodedCall call, int operation) {}

  /**
   * @param metadata a remark that the relayer keeps
   */
  SignedRequest calls(BigInteger nonce, List<EncodedCall> calls, String metadata) {
    Transaction transaction =
        calls.size() == 1 ? new Transaction(calls.getFirst(), CALL) : together(calls);
    byte[] digest = digest(transaction, nonce);
    byte[] signature = key.sign(TypedData.personal(digest));
    signature[64] = (byte) (signature[64] + PERSONAL_V);
    ObjectNode body =
        start(transaction.call().to(), transaction.call().data())
            .put("nonce", nonce.toString())
            .put("signature", Bytes.hex(signature));
    body.putObject("signatureParams")
        .put("gasPrice", "0")
        .put("operation", Integer.toString(transaction.operation()))
        .put("safeTxnGas", "0")
        .put("baseGas", "0")
        .put("gasToken", NOBODY)
        .put("refundReceiver", NOBODY);
    body.put("type", RelayerWallet.Kind.SAFE.code()).put("metadata", metadata);
    return new SignedRequest(Bytes.hex(digest), body.toString());
  }

  /** Makes the owner's Safe. */
  SignedRequest create() {
    byte[] domain =
        Bytes.keccak(
            FACTORY_DOMAIN_TYPE,
            Bytes.keccak(FACTORY_NAME),
            Bytes.word(chainId),
            Bytes.addressWord(FACTORY));
    byte[] struct =
        Bytes.keccak(
            CREATE_TYPE, Bytes.addressWord(NOBODY), Bytes.word(0), Bytes.addressWord(NOBODY));
    byte[] digest = TypedData.digest(domain, struct);
    ObjectNode body = start(FACTORY, "0x").put("signature", Bytes.hex(key.sign(digest)));
    body.putObject("signatureParams")
        .put("paymentToken", NOBODY)
        .put("payment", "0")
        .put("paymentReceiver", NOBODY);
    body.put("type", "SAFE-CREATE");
    return new SignedRequest(Bytes.hex(digest), body.toString());
  }

  private ObjectNode start(String to, String data) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", key.address())
        .put("to", to)
        .put("proxyWallet", safe)
        .put("data", data);
  }

  private byte[] digest(Transaction transaction, BigInteger nonce) {
    byte[] domain = Bytes.keccak(SAFE_DOMAIN_TYPE, Bytes.word(chainId), Bytes.addressWord(safe));
    byte[] none = Bytes.word(0);
    byte[] struct =
        Bytes.keccak(
            SAFE_TYPE,
            Bytes.addressWord(transaction.call().to()),
            none,
            Bytes.keccak(transaction.call().bytes()),
            Bytes.word(transaction.operation()),
            none,
            none,
            none,
            none,
            none,
            Bytes.word(nonce));
    return TypedData.digest(domain, struct);
  }

  /** The multi-send contract runs in the Safe's own name and calls one after the other. */
  private static Transaction together(List<EncodedCall> calls) {
    byte[][] packed = calls.stream().map(SafeRequests::packed).toArray(byte[][]::new);
    String data = CallEncoder.data("multiSend", new DynamicBytes(Bytes.concat(packed)));
    return new Transaction(new EncodedCall(MULTI_SEND, data), DELEGATE_CALL);
  }

  private static byte[] packed(EncodedCall call) {
    byte[] data = call.bytes();
    return Bytes.concat(
        new byte[] {CALL}, Bytes.address(call.to()), Bytes.word(0), Bytes.word(data.length), data);
  }
}
