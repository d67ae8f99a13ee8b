package pairdesk.venues.kalshi;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import pairdesk.venues.net.Secret;

/**
 * Reads the key file that Kalshi gives out: PKCS#1 for RSA, PKCS#8 for Ed25519, and PKCS#8 for RSA
 * where a person converted it.
 */
final class KalshiKeys {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private KalshiKeys() {}

  /**
   * @throws IllegalArgumentException when this is no such key; the message holds none of it
   */
  static PrivateKey read(Secret pem) {
    Matcher block = PEM.matcher(pem.reveal());
    if (!block.find()) {
      throw new IllegalArgumentException(
          "want a PEM file with BEGIN RSA PRIVATE KEY or BEGIN PRIVATE KEY");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      return key(block.group(1).startsWith("RSA") ? wrapped(der) : PrivateKeyInfo.getInstance(der));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "unreadable private key: " + e.getClass().getSimpleName(), e);
    }
  }

  private static PrivateKeyInfo wrapped(byte[] pkcs1) throws IOException {
    var rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(pkcs1));
  }

  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
    String name;
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      name = "RSA";
    } else if (algorithm.equals(ED25519)) {
      name = "Ed25519";
    } else {
      throw new GeneralSecurityException("neither RSA nor Ed25519: " + algorithm);
    }
    return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }
}
