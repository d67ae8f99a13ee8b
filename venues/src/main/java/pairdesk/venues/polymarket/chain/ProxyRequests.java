package pairdesk.venues.polymarket.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;

/** Calls of a proxy wallet, through the factory that made it and the relay hub of the GSN. */
final class ProxyRequests {
  private static final String FACTORY = "0xaB45c5A4B0c941a2F231C04C3f49182e1A254052";
  private static final String RELAY_HUB = "0xD216153c06E857cD7f72665E0aF1d7D82172F494";
  private static final byte[] PREFIX = "rlx:".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SELECTOR = Bytes.keccak("proxy((uint8,address,uint256,bytes)[])");
  private static final int CALL = 1;

  private final ChainKey key;
  private final String wallet;

  ProxyRequests(ChainKey key, String wallet) {
    this.key = key;
    this.wallet = wallet;
  }

  /**
   * What the relayer gave for this request.
   *
   * @param relay address that will send it
   */
  record Terms(BigInteger nonce, BigInteger gasLimit, String relay) {}

  SignedRequest calls(Terms terms, List<EncodedCall> calls) {
    return request(terms, data(calls));
  }

  /**
   * @param data of the factory's function proxy, as {@link #data} makes it
   */
  SignedRequest request(Terms terms, String data) {
    byte[] none = Bytes.word(0);
    byte[] digest =
        Bytes.keccak(
            PREFIX,
            Bytes.address(key.address()),
            Bytes.address(FACTORY),
            Bytes.parse(data),
            none,
            none,
            Bytes.word(terms.gasLimit()),
            Bytes.word(terms.nonce()),
            Bytes.address(RELAY_HUB),
            Bytes.address(terms.relay()));
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("from", key.address())
            .put("to", FACTORY)
            .put("proxyWallet", wallet)
            .put("data", data)
            .put("nonce", terms.nonce().toString())
            .put("signature", Bytes.hex(key.sign(TypedData.personal(digest))));
    body.putObject("signatureParams")
        .put("gasPrice", "0")
        .put("gasLimit", terms.gasLimit().toString())
        .put("relayerFee", "0")
        .put("relayHub", RELAY_HUB)
        .put("relay", terms.relay());
    body.put("type", RelayerWallet.Kind.PROXY.code()).put("metadata", "");
    return new SignedRequest(Bytes.hex(digest), body.toString());
  }

  static String data(List<EncodedCall> calls) {
    List<DynamicStruct> structs =
        calls.stream()
            .map(call ->
                new DynamicStruct(
                    new Uint8(CALL),
                    new Address(call.to()),
                    new Uint256(0),
                    new DynamicBytes(call.bytes())))
            .toList();
    String arguments =
        FunctionEncoder.encodeConstructor(
            List.of(new DynamicArray<>(DynamicStruct.class, structs)));
    return Bytes.hex(SELECTOR).substring(0, 10) + arguments;
  }
}
