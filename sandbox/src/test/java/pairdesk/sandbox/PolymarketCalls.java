package pairdesk.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import pairdesk.sandbox.SandboxRig.Answer;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;

/** A client of the sandbox's Polymarket that signs its requests for itself, but no orders. */
record PolymarketCalls(SandboxRig rig, ApiKey key) {
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  static PolymarketCalls of(SandboxRig rig) {
    return new PolymarketCalls(
        rig, rig.sandbox.polymarket().grantKey(rig.sandbox.credentials().owner()));
  }

  /** Read by anybody. */
  Answer read(String target) {
    return rig.answer(
        new Request.Builder().url(rig.sandbox.polymarket().clobUrl() + target).build());
  }

  Answer signed(String method, String target, String body) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String path = target.replaceAll("\\?.*", "");
    RequestBody sent = method.equals("GET") ? null : RequestBody.create(body, JSON_TYPE);
    return rig.answer(
        new Request.Builder()
            .url(rig.sandbox.polymarket().clobUrl() + target)
            .method(method, sent)
            .header("POLY_ADDRESS", key.owner().toString())
            .header("POLY_SIGNATURE", hmac(timestamp + method + path + body))
            .header("POLY_TIMESTAMP", timestamp)
            .header("POLY_API_KEY", key.id())
            .header("POLY_PASSPHRASE", key.passphrase())
            .build());
  }

  private String hmac(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret =
          Base64.getUrlDecoder().decode(key.secret().replace('+', '-').replace('/', '_'));
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getUrlEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
