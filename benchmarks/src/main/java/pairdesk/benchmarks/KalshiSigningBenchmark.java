package pairdesk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.kalshi.KalshiSigner;
import pairdesk.venues.net.Secret;

/**
 * The headers of an order to Kalshi, signed when they are asked for, by the provider that the desk
 * would choose here. The baseline is one signature of the JDK's provider by an object that is set
 * up already, its text ready.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KalshiSigningBenchmark {
  private static final String PATH = "/trade-api/v2/portfolio/events/orders";
  private static final String TIME = Long.toString(MadeMarkets.NOW.toEpochMilli());

  private final KeyPair pair = pair();
  private final KalshiSigner signer =
      new KalshiSigner(
          new KalshiSettings.Credentials("made", pem(pair)),
          InstantSource.fixed(MadeMarkets.NOW),
          () -> Duration.ZERO);
  private final Signature jdk = signature();
  private final byte[] text = (TIME + "POST" + PATH).getBytes(UTF_8);

  public KalshiSigningBenchmark() {
    try {
      jdk.initVerify(pair.getPublic());
      check(jdk, text, signer.headers("POST", PATH));
      jdk.initSign(pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot use its own key", e);
    }
  }

  @Benchmark
  public Map<String, String> headers() {
    return signer.headers("POST", PATH);
  }

  @Benchmark
  public byte[] jdkSignature() throws GeneralSecurityException {
    jdk.update(text);
    return jdk.sign();
  }

  private static void check(Signature verifier, byte[] text, Map<String, String> headers)
      throws GeneralSecurityException {
    verifier.update(text);
    String signature = Objects.requireNonNull(headers.get("KALSHI-ACCESS-SIGNATURE"));
    if (!verifier.verify(Base64.getDecoder().decode(signature))) {
      throw new IllegalStateException("the JDK does not take our signature");
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2_048);
      return keys.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RSA is part of every Java platform", e);
    }
  }

  private static Signature signature() {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      return signature;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSASSA-PSS is part of every Java platform", e);
    }
  }

  private static Secret pem(KeyPair pair) {
    String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    return Secret.of("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }
}
