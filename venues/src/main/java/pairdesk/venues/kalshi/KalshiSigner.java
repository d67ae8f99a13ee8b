package pairdesk.venues.kalshi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpSigner;

/**
 * Signs time, method and path: RSA-PSS with SHA-256 and a salt of 32 bytes, or Ed25519, as the key
 * is. Kalshi takes a time within 5 s of its own. Source: API Keys page, autumn 2026.
 */
public final class KalshiSigner implements HttpSigner {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final String keyId;
  private final PrivateKey key;
  private final InstantSource clock;

  public KalshiSigner(KalshiSettings.Credentials credentials, InstantSource clock) {
    this.keyId = credentials.keyId();
    this.key = KalshiKeys.read(credentials.privateKey());
    this.clock = clock;
  }

  @Override
  public Map<String, String> headers(HttpCall call, String path) {
    return headers(call.method(), path);
  }

  /**
   * @param path from the root, with the version prefix, without the query
   */
  public Map<String, String> headers(String method, String path) {
    String time = Long.toString(clock.millis());
    return Map.of(
        "KALSHI-ACCESS-KEY", keyId,
        "KALSHI-ACCESS-TIMESTAMP", time,
        "KALSHI-ACCESS-SIGNATURE", sign(time + method + path));
  }

  private String sign(String text) {
    try {
      boolean rsa = key.getAlgorithm().equals("RSA");
      Signature signature = Signature.getInstance(rsa ? "RSASSA-PSS" : "Ed25519");
      if (rsa) {
        signature.setParameter(PSS);
      }
      signature.initSign(key);
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with this key", e);
    }
  }
}
