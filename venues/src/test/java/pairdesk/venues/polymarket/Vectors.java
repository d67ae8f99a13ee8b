package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.ThrowingConsumer;
import pairdesk.venues.net.Secret;

/** Runs every case of a file of test vectors, and says how many there were. */
final class Vectors {
  private Vectors() {}

  /** All cases are tried even when some fail; none of the file may be left out. */
  static void checkAll(String file, ThrowingConsumer<JsonNode> check) {
    JsonNode content = SharedFiles.json("vectors/polymarket/" + file + ".json");
    List<JsonNode> cases = content.get("vectors").valueStream().toList();
    assertTrue(!cases.isEmpty(), file + " has no cases");
    assertEquals(content.get("count").intValue(), cases.size(), "cases of " + file);
    assertAll(
        file,
        cases.stream()
            .map(one ->
                () -> {
                  try {
                    check.accept(one);
                  } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(one.get("id").textValue() + ": " + e.getMessage(), e);
                  }
                }));
    System.out.println(file + ".json: " + cases.size() + " cases");
  }

  static PolymarketSigner signer(JsonNode input) {
    return new PolymarketSigner(account(input));
  }

  static PolymarketSigner signerOf(PolymarketSettings settings) {
    return new PolymarketSigner(Objects.requireNonNull(settings.account()));
  }

  static PolymarketSettings.Account account(JsonNode input) {
    int type = input.path("signatureType").intValue();
    return new PolymarketSettings.Account(
        Secret.of(input.get("privateKey").textValue()),
        type(type),
        input.path("funder").textValue(),
        input.has("apiCreds") ? credentials(input) : null,
        input.path("chainId").asLong(137));
  }

  static SignatureType type(int code) {
    return Arrays.stream(SignatureType.values())
        .filter(type -> type.code() == code)
        .findFirst()
        .orElseThrow();
  }

  static ApiCredentials credentials(JsonNode input) {
    JsonNode given = input.get("apiCreds");
    return new ApiCredentials(
        given.get("key").textValue(),
        Secret.of(given.get("secret").textValue()),
        Secret.of(given.get("passphrase").textValue()));
  }

  static String orZero(@Nullable JsonNode bytes32) {
    return bytes32 == null || bytes32.isNull() ? ClobOrder.ZERO : bytes32.textValue();
  }

  static Map<String, String> texts(JsonNode object) {
    var texts = new HashMap<String, String>();
    object.properties().forEach(p -> texts.put(p.getKey(), p.getValue().textValue()));
    return texts;
  }
}
