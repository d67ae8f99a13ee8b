package pairdesk.venues.polymarket.chain;

import java.nio.charset.StandardCharsets;

/** Hashes of EIP-712, and of the older personal message. */
final class TypedData {
  private static final byte[] PREFIX = {0x19, 0x01};
  private static final byte[] PERSONAL =
      "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.UTF_8);

  private TypedData() {}

  /** What is signed: the domain's and the struct's hash behind the standard's two bytes. */
  static byte[] digest(byte[] domain, byte[] struct) {
    return Bytes.keccak(PREFIX, domain, struct);
  }

  /** What is signed of a hash that a person is shown. */
  static byte[] personal(byte[] hash) {
    return Bytes.keccak(PERSONAL, hash);
  }
}
