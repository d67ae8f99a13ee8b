package pairdesk.venues.kalshi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signatures by one key: RSA-PSS with SHA-256 and a salt of 32 bytes, or Ed25519. Made by Amazon's
 * native provider where this machine has it (a third of the JDK's time for RSA), else by the JDK;
 * which one is decided once, by a signature on trial, and logged. Safe for many threads.
 */
final class KalshiSignatures {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiSignatures.class);
  private static final String NATIVE =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final PrivateKey key;
  private final @Nullable Provider provider;
  private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

  private KalshiSignatures(PrivateKey key, @Nullable Provider provider) {
    this.key = key;
    this.provider = provider;
  }

  /** By the fastest provider that can use this key. */
  static KalshiSignatures fastest(PrivateKey key) {
    Optional<KalshiSignatures> byNative =
        nativeProvider()
            .map(found -> new KalshiSignatures(key, found))
            .filter(KalshiSignatures::works);
    KalshiSignatures chosen = byNative.orElseGet(() -> byJdk(key));
    LOG.atInfo()
        .addKeyValue("key", key.getAlgorithm())
        .addKeyValue("provider", chosen.provider == null ? "JDK" : chosen.provider)
        .log("signatures for Kalshi");
    return chosen;
  }

  /** By the JDK alone. */
  static KalshiSignatures byJdk(PrivateKey key) {
    return new KalshiSignatures(key, null);
  }

  /**
   * @throws IllegalStateException when the key cannot sign
   */
  byte[] sign(byte[] text) {
    try {
      return signed(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with this key", e);
    }
  }

  boolean isNative() {
    return provider != null;
  }

  private byte[] signed(byte[] text) throws GeneralSecurityException {
    Signature waiting = idle.poll();
    Signature signature = waiting == null ? ready() : waiting;
    signature.update(text);
    byte[] signed = signature.sign();
    idle.add(signature);
    return signed;
  }

  private Signature ready() throws GeneralSecurityException {
    boolean rsa = key.getAlgorithm().equals("RSA");
    String algorithm = rsa ? "RSASSA-PSS" : "Ed25519";
    Signature signature =
        provider == null
            ? Signature.getInstance(algorithm)
            : Signature.getInstance(algorithm, provider);
    if (rsa) {
      signature.setParameter(PSS);
    }
    signature.initSign(key);
    return signature;
  }

  private boolean works() {
    try {
      return signed("trial".getBytes(UTF_8)).length > 0;
    } catch (InvalidKeyException e) {
      LOG.atDebug().setCause(e).log("the native provider does not take this key");
      return false;
    } catch (GeneralSecurityException | ProviderException e) {
      LOG.atWarn().setCause(e).log("the native provider does not sign");
      return false;
    }
  }

  /** Not there on platforms that it was not built for, and then its class is missing. */
  private static Optional<Provider> nativeProvider() {
    try {
      Object instance = Class.forName(NATIVE).getField("INSTANCE").get(null);
      return Optional.of((Provider) instance);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.atWarn().setCause(e).log("the native provider is there but not usable");
      return Optional.empty();
    }
  }
}
