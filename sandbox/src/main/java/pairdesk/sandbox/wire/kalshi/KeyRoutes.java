package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** The account's API keys: uploaded, generated, listed and deleted. */
final class KeyRoutes {
  private static final String KEYS = "/api_keys";
  private static final int RSA_BITS = 2_048;

  private final KeyRing ring;
  private final Exchange exchange;

  KeyRoutes(KeyRing ring, Exchange exchange) {
    this.ring = ring;
    this.exchange = exchange;
  }

  void enter(Gateway gateway) {
    gateway.read(KEYS, _ -> all());
    gateway.write(HandlerType.POST, KEYS, this::upload);
    gateway.write(HandlerType.POST, KEYS + "/generate", this::generate);
    gateway.write(HandlerType.DELETE, KEYS + "/{id}", this::delete);
  }

  private WireReply all() {
    ArrayNode keys = Replies.array();
    for (ApiKey key : ring.all()) {
      ArrayNode scopes = Replies.array();
      key.scopes().forEach(scopes::add);
      keys.add(
          Replies.object()
              .put("api_key_id", key.id())
              .put("name", key.name())
              .<ObjectNode>set("scopes", scopes));
    }
    return Replies.json(200, Replies.object().set("api_keys", keys));
  }

  private WireReply upload(WireRequest request) {
    Body body = Body.of(request, "CreateApiKeyRequest");
    PublicKey key =
        Pem.publicKey(body.required("public_key"))
            .orElseThrow(() -> Refused.parameter("public_key is no PEM of a public key"));
    return Replies.json(201, Replies.object().put("api_key_id", added(body, key)));
  }

  private WireReply generate(WireRequest request) {
    Body body = Body.of(request, "GenerateApiKeyRequest");
    String type = body.text("key_type").orElse("rsa");
    KeyPair pair =
        switch (type) {
          case "rsa" -> pair(Pem.RSA, RSA_BITS);
          case "ed25519" -> pair(Pem.ED25519, 255);
          default -> throw Refused.parameter("key_type must be rsa or ed25519");
        };
    return Replies.json(
        201,
        Replies.object()
            .put("api_key_id", added(body, pair.getPublic()))
            .put("key_type", type)
            .put("private_key", Pem.ofPrivate(pair.getPrivate())));
  }

  private String added(Body body, PublicKey key) {
    List<String> scopes = body.texts("scopes").orElse(ApiKey.FULL);
    if (!ApiKey.SCOPES.containsAll(scopes)) {
      throw Refused.parameter("scopes must be of " + String.join(", ", ApiKey.SCOPES));
    }
    if (scopes.contains("write") && !scopes.contains("read")) {
      throw Refused.parameter("scope write needs scope read");
    }
    String id = exchange.newId();
    ring.add(id, body.required("name"), key, scopes);
    return id;
  }

  /** From the seed, as everything here that is by chance. */
  private KeyPair pair(String algorithm, int bits) {
    try {
      SecureRandom repeatable = SecureRandom.getInstance("SHA1PRNG");
      repeatable.setSeed(exchange.newId().getBytes(StandardCharsets.UTF_8));
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits, repeatable);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm + " and SHA1PRNG", e);
    }
  }

  private WireReply delete(WireRequest request) {
    if (!ring.remove(request.pathParam("id"))) {
      throw Refused.notFound();
    }
    return WireReply.empty(204);
  }
}
