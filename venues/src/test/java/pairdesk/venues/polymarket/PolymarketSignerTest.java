package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.ClobOrder.Amounts;
import pairdesk.venues.polymarket.ClobOrder.Stamp;

class PolymarketSignerTest {
  private static final String KEY =
      "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

  @TestFactory
  Stream<DynamicTest> signsEveryOrderOfVersionTwoByteForByte() {
    return Stream.of("orders-v2", "market-orders")
        .flatMap(file -> SharedFiles.vectors(file).stream())
        .filter(vector -> vector.get("domainVersion").intValue() == 2)
        .map(v -> DynamicTest.dynamicTest(v.get("id").textValue(), () -> checkOrder(v)));
  }

  private static void checkOrder(JsonNode vector) {
    JsonNode input = vector.get("input");
    JsonNode expected = vector.get("expected");
    PolymarketSigner signer = signer(input);
    var order =
        new ClobOrder(
            signer.wallet(),
            new BigInteger(input.get("tokenId").textValue()),
            Side.valueOf(input.get("side").textValue()),
            new Amounts(expected.get("makerAmount").asLong(), expected.get("takerAmount").asLong()),
            new Stamp(
                input.get("salt").asLong(),
                input.get("clockMs").longValue(),
                orZero(input.get("metadata")),
                orZero(input.get("builderCode"))));
    PolymarketSigner.Signed signed = signer.sign(order, input.get("negRisk").booleanValue());
    assertEquals(expected.get("orderHash").textValue(), signed.id());
    assertEquals(expected.get("signature").textValue(), signed.signature());
    if (input.get("deferExec").booleanValue()) {
      return; // we never defer: the rest is of a body that we do not send
    }
    String owner = input.get("apiCreds").get("key").textValue();
    String body =
        PolymarketCodec.orderBody(
            signed,
            owner,
            new PolymarketCodec.Posting(
                input.get("orderType").textValue(),
                input.get("postOnly").booleanValue(),
                input.get("expiration").isNull() ? 0 : input.get("expiration").asLong()));

    assertEquals(expected.get("bodyJson").textValue(), body);
    assertEquals(
        texts(expected.get("l2").get("headers")),
        signer.requestHeaders(
            credentials(input),
            Instant.ofEpochMilli(input.get("clockMs").longValue()),
            "POST",
            "/order",
            body));
  }

  /** One vector logs in for another address than the key's, which no account of ours does. */
  @TestFactory
  Stream<DynamicTest> logsInByteForByte() {
    return SharedFiles.vectors("l1-auth").stream()
        .filter(v -> !v.get("input").has("address"))
        .map(v ->
            DynamicTest.dynamicTest(
                v.get("id").textValue(),
                () -> {
                  JsonNode input = v.get("input");
                  assertEquals(
                      texts(v.get("expected").get("headers")),
                      signer(input)
                          .loginHeaders(
                              Instant.ofEpochSecond(input.get("timestamp").longValue()),
                              input.get("nonce").longValue()));
                }));
  }

  @TestFactory
  Stream<DynamicTest> signsRequestsByteForByte() {
    return SharedFiles.vectors("l2-hmac").stream()
        .map(v ->
            DynamicTest.dynamicTest(
                v.get("id").textValue(),
                () -> {
                  JsonNode input = v.get("input");
                  assertEquals(
                      texts(v.get("expected").get("headers")),
                      signer(input)
                          .requestHeaders(
                              credentials(input),
                              Instant.ofEpochSecond(input.get("timestamp").longValue()),
                              input.get("method").textValue(),
                              input.get("requestPath").textValue(),
                              input.get("body").textValue()));
                }));
  }

  @TestFactory
  Stream<DynamicTest> derivesTheWalletsOfAKey() {
    return SharedFiles.vectors("wallets").stream()
        .map(v ->
            DynamicTest.dynamicTest(
                v.get("id").textValue(),
                () -> {
                  String owner = v.get("input").get("owner").textValue();
                  JsonNode expected = v.get("expected");
                  assertEquals(
                      List.of(
                          expected.get("polyProxy").textValue(),
                          expected.get("safe").textValue(),
                          expected.get("depositWalletBeacon").textValue(),
                          expected.get("depositWalletUups").textValue()),
                      List.of(
                          PolymarketWallets.proxy(owner),
                          PolymarketWallets.safe(owner),
                          PolymarketWallets.depositWallet(owner),
                          PolymarketWallets.olderDepositWallet(owner)));
                }));
  }

  @Test
  void signsDigestsAsWeb3jDoes() {
    var reference = ECKeyPair.create(Numeric.toBigInt(KEY));
    EthereumKey key = EthereumKey.parse(KEY);
    for (int i = 0; i < 50; i++) {
      byte[] digest = Eip712.keccak(Eip712.uint(i));
      Sign.SignatureData expected = Sign.signMessage(digest, reference, false);
      byte[] signature = key.sign(digest);
      assertEquals(
          Numeric.toHexString(expected.getR())
              + Numeric.toHexStringNoPrefix(expected.getS())
              + Numeric.toHexStringNoPrefix(expected.getV()),
          Eip712.hex(signature));
    }
  }

  @Test
  void refusesAWalletThatIsNotTheKeys() {
    var account =
        new PolymarketSettings.Account(
            Secret.of(KEY),
            SignatureType.POLY_PROXY,
            "0x8ac5D4Bd2752AFc9F5CA531f19D617647216B893",
            null,
            137);
    assertThrows(IllegalArgumentException.class, () -> new PolymarketSigner(account));
  }

  @Test
  void refusesAKeyWithoutRepeatingIt() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> EthereumKey.parse(KEY.substring(0, 60)));
    assertFalse(String.valueOf(refusal.getMessage()).contains("ac0974"));
  }

  private static PolymarketSigner signer(JsonNode input) {
    SignatureType type = SignatureType.valueOf(input.path("signatureTypeName").asText("EOA"));
    return new PolymarketSigner(
        new PolymarketSettings.Account(
            Secret.of(input.get("privateKey").textValue()),
            type,
            input.path("funder").textValue(),
            null,
            input.path("chainId").asLong(137)));
  }

  private static ApiCredentials credentials(JsonNode input) {
    JsonNode given = input.get("apiCreds");
    return new ApiCredentials(
        given.get("key").textValue(),
        Secret.of(given.get("secret").textValue()),
        Secret.of(given.get("passphrase").textValue()));
  }

  private static String orZero(@Nullable JsonNode bytes32) {
    return bytes32 == null || bytes32.isNull() ? ClobOrder.ZERO : bytes32.textValue();
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new HashMap<String, String>();
    object.properties().forEach(p -> texts.put(p.getKey(), p.getValue().textValue()));
    return texts;
  }
}
