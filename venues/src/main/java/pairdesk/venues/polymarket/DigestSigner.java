package pairdesk.venues.polymarket;

/**
 * Signs digests with one key on secp256k1, with the nonce of RFC 6979, so that a digest has one
 * signature whoever makes it. Safe for many threads.
 */
sealed interface DigestSigner permits NativeSigner, PortableSigner {
  /** Of r ‖ s ‖ v, v being 27 or 28, s in the lower half of the curve's order. */
  int SIGNATURE_BYTES = 65;

  byte[] sign(byte[] digest);
}
