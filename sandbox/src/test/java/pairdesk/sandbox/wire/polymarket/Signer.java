package pairdesk.sandbox.wire.polymarket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.utils.Numeric;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;

/**
 * A trader's side of the wire, written against web3j's typed data: the second opinion on what the
 * sandbox checks by hand.
 *
 * @param maker the wallet that pays
 */
record Signer(ECKeyPair key, String owner, String maker, int type, @Nullable ApiKey apiKey) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong SALT = new AtomicLong(1);
  private static final String[] ORDER_FIELDS = {
    "salt:uint256",
    "maker:address",
    "signer:address",
    "tokenId:uint256",
    "makerAmount:uint256",
    "takerAmount:uint256",
    "side:uint8",
    "signatureType:uint8",
    "timestamp:uint256",
    "metadata:bytes32",
    "builder:bytes32"
  };
  private static final String ORDER_TYPE =
      "Order("
          + Stream.of(ORDER_FIELDS)
              .map(field -> field.replaceAll("(.*):(.*)", "$2 $1"))
              .collect(Collectors.joining(","))
          + ")";
  private static final String ZERO = "0x" + "0".repeat(64);

  /** The second published development account. */
  static Signer of(int signatureType) {
    ECKeyPair key =
        ECKeyPair.create(
            Numeric.toBigInt("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"));
    String owner = Keys.toChecksumAddress(Keys.getAddress(key));
    Wallets wallets = Wallets.of(new Address(owner));
    String maker =
        switch (signatureType) {
          case 0 -> owner;
          case 1 -> wallets.proxy().toString();
          case 2 -> wallets.safe().toString();
          case 3 -> wallets.depositWallet().toString();
          default -> throw new IllegalArgumentException("type " + signatureType);
        };
    return new Signer(key, owner, maker, signatureType, null);
  }

  Signer with(ApiKey granted) {
    return new Signer(key, owner, maker, type, granted);
  }

  /** What to change in an order that is otherwise fine. */
  record Draft(
      String token,
      boolean negRisk,
      String side,
      long makerAmount,
      long takerAmount,
      String orderType,
      boolean postOnly,
      long expiration,
      String builder) {
    static Draft buy(String token, long dollarsE6, long sharesE6, String orderType) {
      return new Draft(token, false, "BUY", dollarsE6, sharesE6, orderType, false, 0, ZERO);
    }

    static Draft sell(String token, long sharesE6, long dollarsE6, String orderType) {
      return new Draft(token, false, "SELL", sharesE6, dollarsE6, orderType, false, 0, ZERO);
    }

    Draft makerOnly() {
      return new Draft(
          token, negRisk, side, makerAmount, takerAmount, orderType, true, expiration, builder);
    }

    Draft until(long seconds) {
      return new Draft(
          token, negRisk, side, makerAmount, takerAmount, orderType, postOnly, seconds, builder);
    }

    Draft onNegRisk() {
      return new Draft(
          token, true, side, makerAmount, takerAmount, orderType, postOnly, expiration, builder);
    }

    Draft builtBy(String code) {
      return new Draft(
          token, negRisk, side, makerAmount, takerAmount, orderType, postOnly, expiration, code);
    }
  }

  String order(Draft draft) {
    return body(draft).toString();
  }

  ObjectNode body(Draft draft) {
    return body(draft, 2);
  }

  ObjectNode body(Draft draft, int version) {
    ObjectNode message = message(draft);
    ObjectNode order = message.deepCopy();
    order.put("salt", message.get("salt").asLong());
    order.put("side", draft.side());
    order.put("expiration", Long.toString(draft.expiration()));
    ObjectNode typedData = typedData(message, contract(version, draft.negRisk()), version);
    order.put("signature", type == 3 ? wrapped(typedData) : signature(typedData));
    ObjectNode body = JSON.createObjectNode();
    body.put("deferExec", false).put("postOnly", draft.postOnly());
    body.set("order", order);
    return body.put("owner", apiKey == null ? "" : apiKey.id()).put("orderType", draft.orderType());
  }

  private ObjectNode message(Draft draft) {
    return JSON.createObjectNode()
        .put("salt", Long.toString(SALT.incrementAndGet()))
        .put("maker", maker)
        .put("signer", type == 3 ? maker : owner)
        .put("tokenId", draft.token())
        .put("makerAmount", Long.toString(draft.makerAmount()))
        .put("takerAmount", Long.toString(draft.takerAmount()))
        .put("side", draft.side().equals("BUY") ? 0 : 1)
        .put("signatureType", type)
        .put("timestamp", "1795134272211")
        .put("metadata", ZERO)
        .put("builder", draft.builder());
  }

  private static String contract(int version, boolean negRisk) {
    if (version == 3) {
      return "0xe3333700cA9d93003F00f0F71f8515005F6c00Aa";
    }
    return negRisk
        ? "0xe2222d279d744050d28e00520010520000310F59"
        : "0xE111180000d2663C0091e4f400237545B87B996B";
  }

  private static ObjectNode typedData(ObjectNode message, String contract, int version) {
    ObjectNode data = JSON.createObjectNode();
    ObjectNode types = data.putObject("types");
    fields(
        types.putArray("EIP712Domain"),
        "name:string",
        "version:string",
        "chainId:uint256",
        "verifyingContract:address");
    fields(types.putArray("Order"), ORDER_FIELDS);
    data.put("primaryType", "Order");
    data.putObject("domain")
        .put("name", "Polymarket CTF Exchange")
        .put("version", Integer.toString(version))
        .put("chainId", 137)
        .put("verifyingContract", contract);
    data.set("message", message);
    return data;
  }

  private static void fields(ArrayNode type, String... fields) {
    for (String field : fields) {
      String[] parts = field.split(":");
      type.addObject().put("name", parts[0]).put("type", parts[1]);
    }
  }

  /** ERC-7739: the order inside typed data of the deposit wallet, and what proves that it is. */
  private String wrapped(ObjectNode order) {
    ObjectNode data = order.deepCopy();
    fields(
        ((ObjectNode) data.get("types")).putArray("TypedDataSign"),
        "contents:Order",
        "name:string",
        "version:string",
        "chainId:uint256",
        "verifyingContract:address",
        "salt:bytes32");
    data.put("primaryType", "TypedDataSign");
    ObjectNode message = data.putObject("message");
    message.set("contents", order.get("message"));
    message
        .put("name", "DepositWallet")
        .put("version", "1")
        .put("chainId", 137)
        .put("verifyingContract", maker)
        .put("salt", ZERO);
    StructuredDataEncoder plain = encoder(order);
    var contents = new HashMap<String, Object>();
    ((Map<?, ?>) plain.jsonMessageObject.getMessage())
        .forEach((name, value) -> contents.put(String.valueOf(name), value));
    String type = HexFormat.of().formatHex(ORDER_TYPE.getBytes(StandardCharsets.US_ASCII));
    return signature(data)
        + Numeric.toHexStringNoPrefix(plain.hashDomain())
        + Numeric.toHexStringNoPrefix(plain.hashMessage("Order", contents))
        + type
        + "%04x".formatted(ORDER_TYPE.length());
  }

  private static StructuredDataEncoder encoder(ObjectNode data) {
    try {
      return new StructuredDataEncoder(data.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String signature(ObjectNode typedData) {
    try {
      Sign.SignatureData signed = Sign.signTypedData(typedData.toString(), key);
      return "0x"
          + Numeric.toHexStringNoPrefix(signed.getR())
          + Numeric.toHexStringNoPrefix(signed.getS())
          + Numeric.toHexStringNoPrefix(signed.getV());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** L2 headers; the path may carry a query, which is not signed. */
  Map<String, String> headers(String method, String path, String body, Instant at) {
    if (apiKey == null) {
      throw new IllegalStateException("no API key yet");
    }
    String timestamp = Long.toString(at.getEpochSecond());
    String signed = timestamp + method + path.replaceAll("\\?.*", "") + body;
    var headers = new HashMap<String, String>();
    headers.put("POLY_ADDRESS", owner);
    headers.put("POLY_API_KEY", apiKey.id());
    headers.put("POLY_PASSPHRASE", apiKey.passphrase());
    headers.put("POLY_TIMESTAMP", timestamp);
    headers.put("POLY_SIGNATURE", hmac(apiKey.secret(), signed));
    return headers;
  }

  /** L1 headers for nonce 0. */
  Map<String, String> walletHeaders(Instant at) {
    String timestamp = Long.toString(at.getEpochSecond());
    ObjectNode data = JSON.createObjectNode();
    ObjectNode types = data.putObject("types");
    fields(types.putArray("EIP712Domain"), "name:string", "version:string", "chainId:uint256");
    fields(
        types.putArray("ClobAuth"),
        "address:address",
        "timestamp:string",
        "nonce:uint256",
        "message:string");
    data.put("primaryType", "ClobAuth");
    data.putObject("domain").put("name", "ClobAuthDomain").put("version", "1").put("chainId", 137);
    data.putObject("message")
        .put("address", owner)
        .put("timestamp", timestamp)
        .put("nonce", 5)
        .put("message", "This message attests that I control the given wallet");
    return Map.of(
        "POLY_ADDRESS",
        owner,
        "POLY_SIGNATURE",
        signature(data),
        "POLY_TIMESTAMP",
        timestamp,
        "POLY_NONCE",
        "5");
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
