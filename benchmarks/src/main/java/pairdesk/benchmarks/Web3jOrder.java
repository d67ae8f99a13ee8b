package pairdesk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.utils.Numeric;

/** An order's digest and signature by web3j alone, from the fields of a posted body. */
public final class Web3jOrder {
  private final ECKeyPair key;
  private final JsonNode order;

  public Web3jOrder(String privateKey, JsonNode order) {
    this.key = ECKeyPair.create(new BigInteger(privateKey, 16));
    this.order = order;
  }

  /** Digest and signature, as they stand in an order. */
  public record Signed(String digest, String signature) {}

  public Signed sign() {
    byte[] digest = digest();
    Sign.SignatureData data = signature(digest);
    byte[] signature = new byte[65];
    System.arraycopy(data.getR(), 0, signature, 0, 32);
    System.arraycopy(data.getS(), 0, signature, 32, 32);
    signature[64] = data.getV()[0];
    return new Signed(Numeric.toHexString(digest), Numeric.toHexString(signature));
  }

  Sign.SignatureData signature(byte[] digest) {
    return Sign.signMessage(digest, key, false);
  }

  byte[] digest() {
    try {
      return new StructuredDataEncoder(typedData()).hashStructuredData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String typedData() {
    return """
    {"types":{
      "EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
        {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
      "Order":[{"name":"salt","type":"uint256"},{"name":"maker","type":"address"},
        {"name":"signer","type":"address"},{"name":"tokenId","type":"uint256"},
        {"name":"makerAmount","type":"uint256"},{"name":"takerAmount","type":"uint256"},
        {"name":"side","type":"uint8"},{"name":"signatureType","type":"uint8"},
        {"name":"timestamp","type":"uint256"},{"name":"metadata","type":"bytes32"},
        {"name":"builder","type":"bytes32"}]},
     "primaryType":"Order",
     "domain":{"name":"Polymarket CTF Exchange","version":"2","chainId":137,
       "verifyingContract":"0xE111180000d2663C0091e4f400237545B87B996B"},
     "message":{"salt":"%s","maker":"%s","signer":"%s","tokenId":"%s","makerAmount":"%s",
       "takerAmount":"%s","side":"%d","signatureType":"%s","timestamp":"%s","metadata":"%s",
       "builder":"%s"}}
    """
        .formatted(
            text("salt"),
            text("maker"),
            text("signer"),
            text("tokenId"),
            text("makerAmount"),
            text("takerAmount"),
            text("side").equals("BUY") ? 0 : 1,
            text("signatureType"),
            text("timestamp"),
            text("metadata"),
            text("builder"));
  }

  private String text(String field) {
    return order.get(field).asText();
  }
}
