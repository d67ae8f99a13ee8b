package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.SharedFiles;

class RelayerVectorsTest {

  @Test
  void makesEveryRequestOfTheVectors() {
    List<JsonNode> vectors = SharedFiles.vectors("relayer-requests");
    assertFalse(vectors.isEmpty());
    for (JsonNode vector : vectors) {
      String wanted = vector.get("expected").get("request").toString();
      assertEquals(wanted, body(vector), vector.get("id").asText());
    }
    System.out.println("relayer-requests.json: " + vectors.size() + " cases");
  }

  @Test
  void makesEveryHeaderOfTheVectors() {
    List<JsonNode> vectors = SharedFiles.vectors("builder-hmac");
    assertFalse(vectors.isEmpty());
    for (JsonNode vector : vectors) {
      JsonNode input = vector.get("input");
      JsonNode creds = input.get("builderCreds");
      var headers =
          RelayerHeaders.headers(
              new RelayerAccess.Builder(
                  creds.get("key").asText(),
                  Secret.of(creds.get("secret").asText()),
                  Secret.of(creds.get("passphrase").asText())),
              Instant.ofEpochSecond(input.get("timestamp").asLong()),
              input.get("method").asText(),
              input.get("path").asText(),
              input.get("body").textValue());
      var wanted = new TreeMap<String, String>();
      vector
          .get("expected")
          .get("headers")
          .properties()
          .forEach(header -> wanted.put(header.getKey(), header.getValue().asText()));
      assertEquals(wanted, new TreeMap<>(headers), vector.get("id").asText());
    }
    System.out.println("builder-hmac.json: " + vectors.size() + " cases");
  }

  private static String body(JsonNode vector) {
    JsonNode input = vector.get("input");
    JsonNode wanted = vector.get("expected").get("request");
    String proxyWallet = wanted.path("proxyWallet").asText();
    return switch (vector.get("requestType").asText()) {
      case "WALLET" ->
          new DepositWalletRequests(
                  key(input), input.get("chainId").asLong(), input.get("walletAddress").asText())
              .batch(nonce(input), input.get("deadline").asLong(), calls(input, "calls", "target"))
              .body();
      case "WALLET-CREATE" -> DepositWalletRequests.create(input.get("from").asText());
      case "SAFE" ->
          new SafeRequests(key(input), input.get("chainId").asLong(), proxyWallet)
              .calls(
                  nonce(input), calls(input, "transactions", "to"), wanted.get("metadata").asText())
              .body();
      case "SAFE-CREATE" ->
          new SafeRequests(key(input), input.get("chainId").asLong(), proxyWallet).create().body();
      case "PROXY" -> proxy(input, proxyWallet);
      default -> throw new AssertionError("a vector of a new kind: " + vector);
    };
  }

  /** The data are given: our own of the same call must be the same. */
  private static String proxy(JsonNode input, String proxyWallet) {
    String data = input.get("data").asText();
    String approve =
        new CallEncoder(ContractTable.POLYGON)
            .encode(
                new ChainCall.Approve(Contract.PUSD, Contract.CTF_EXCHANGE, Allowance.UNLIMITED))
            .data();
    if (data.contains(approve.substring(2))) {
      var call = new EncodedCall(ContractTable.POLYGON.address(Contract.PUSD), approve);
      assertEquals(data, ProxyRequests.data(List.of(call)));
    }
    var terms =
        new ProxyRequests.Terms(
            nonce(input),
            new BigInteger(input.get("gasLimit").asText()),
            input.get("relay").asText());
    return new ProxyRequests(key(input), proxyWallet).request(terms, data).body();
  }

  private static TestKey key(JsonNode input) {
    return TestKey.of(input.get("privateKey").asText());
  }

  private static BigInteger nonce(JsonNode input) {
    return new BigInteger(input.get("nonce").asText());
  }

  private static List<EncodedCall> calls(JsonNode input, String list, String to) {
    var calls = new ArrayList<EncodedCall>();
    for (JsonNode call : input.get(list)) {
      calls.add(new EncodedCall(call.get(to).asText(), call.get("data").asText()));
    }
    return calls;
  }
}
