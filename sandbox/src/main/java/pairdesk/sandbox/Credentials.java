package pairdesk.sandbox;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;

/**
 * Keys of the trader, made from the seed: the same seed gives the same keys, so that a desk in
 * another process can be set up before the sandbox runs. They open nothing outside of it.
 *
 * @param polymarketKey 64 hex digits
 * @param wallet the deposit wallet of the Polymarket key
 */
public record Credentials(
    String kalshiKeyId, KeyPair kalshiKey, String polymarketKey, Address owner, Address wallet) {

  static Credentials of(long seed) {
    String polymarketKey = HexFormat.of().formatHex(digest("polymarket " + seed));
    var pair = ECKeyPair.create(new BigInteger(polymarketKey, 16));
    var owner = new Address("0x" + Keys.getAddress(pair));
    return new Credentials(
        keyId(seed), rsa(seed), polymarketKey, owner, Wallets.of(owner).depositWallet());
  }

  private static String keyId(long seed) {
    ByteBuffer bytes = ByteBuffer.wrap(digest("kalshi " + seed));
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private static KeyPair rsa(long seed) {
    try {
      SecureRandom repeatable = SecureRandom.getInstance("SHA1PRNG");
      repeatable.setSeed(digest("rsa " + seed));
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048, repeatable);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA and SHA1PRNG", e);
    }
  }

  private static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The Kalshi key as PKCS#8 PEM. */
  public String kalshiPem() {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(kalshiKey.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  @Override
  public String toString() {
    return "Credentials[" + kalshiKeyId + ", " + owner + "]";
  }
}
