package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/** Signs with libsecp256k1, some times as fast as without native code. */
final class NativeSigner implements DigestSigner {
  private static final int SECRET_BYTES = 32;

  private final NativeCurve curve;
  private final byte[] secret;

  private NativeSigner(NativeCurve curve, BigInteger secret) {
    this.curve = curve;
    this.secret = BigIntegers.asUnsignedByteArray(SECRET_BYTES, secret);
  }

  /** Empty where the library does not load. */
  static Optional<NativeSigner> of(BigInteger secret) {
    return NativeCurve.loaded().map(curve -> new NativeSigner(curve, secret));
  }

  @Override
  public byte[] sign(byte[] digest) {
    return curve.sign(digest, secret);
  }
}
