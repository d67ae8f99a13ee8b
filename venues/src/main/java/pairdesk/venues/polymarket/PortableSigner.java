package pairdesk.venues.polymarket;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * Signs with Bouncy Castle, on every machine.
 *
 * <p>The recovery id comes from the nonce's point: one curve multiplication a signature, where
 * recovering the public key to find the id costs three more.
 */
final class PortableSigner implements DigestSigner {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  static final BigInteger ORDER = CURVE.getN();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private final BigInteger secret;

  PortableSigner(BigInteger secret) {
    this.secret = secret;
  }

  @Override
  public byte[] sign(byte[] digest) {
    var z = new BigInteger(1, digest);
    var nonces = new HMacDSAKCalculator(new SHA256Digest());
    nonces.init(ORDER, secret, digest);
    while (true) {
      BigInteger k = nonces.nextK();
      ECPoint point = new FixedPointCombMultiplier().multiply(CURVE.getG(), k).normalize();
      BigInteger x = point.getAffineXCoord().toBigInteger();
      BigInteger r = x.mod(ORDER);
      BigInteger s = k.modInverse(ORDER).multiply(secret.multiply(r).add(z)).mod(ORDER);
      if (r.signum() == 0 || s.signum() == 0) {
        continue;
      }
      int recovery =
          (point.getAffineYCoord().testBitZero() ? 1 : 0) | (x.compareTo(ORDER) >= 0 ? 2 : 0);
      return s.compareTo(HALF_ORDER) > 0
          ? encode(r, ORDER.subtract(s), recovery ^ 1)
          : encode(r, s, recovery);
    }
  }

  private static byte[] encode(BigInteger r, BigInteger s, int recovery) {
    byte[] signature = new byte[SIGNATURE_BYTES];
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, r), 0, signature, 0, 32);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, signature, 32, 32);
    signature[64] = (byte) (27 + recovery);
    return signature;
  }
}
