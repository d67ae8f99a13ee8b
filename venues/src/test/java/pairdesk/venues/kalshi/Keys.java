package pairdesk.venues.kalshi;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import pairdesk.venues.net.Secret;

/** Key pairs made for a test, and their files as Kalshi and its users write them. */
final class Keys {
  static final KeyPair RSA = generate("RSA");
  static final KeyPair ED25519 = generate("Ed25519");

  private Keys() {}

  static Secret pkcs1(KeyPair pair) {
    try {
      var info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
      byte[] der = info.parsePrivateKey().toASN1Primitive().getEncoded();
      return pem("RSA PRIVATE KEY", der);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Secret pkcs8(KeyPair pair) {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  static KeyPair generate(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("RSA")) {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Secret pem(String kind, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Secret.of("-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
