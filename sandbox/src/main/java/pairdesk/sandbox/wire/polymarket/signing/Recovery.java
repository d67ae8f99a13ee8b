package pairdesk.sandbox.wire.polymarket.signing;

import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** From digest and 65-byte signature (r, s, v with v 27 or 28) to the address that signed. */
final class Recovery {
  static final int LENGTH = 65;

  private Recovery() {}

  static Optional<Address> signer(byte[] digest, byte[] signature) {
    if (signature.length != LENGTH) {
      return Optional.empty();
    }
    var parts =
        new Sign.SignatureData(
            signature[64],
            Arrays.copyOfRange(signature, 0, 32),
            Arrays.copyOfRange(signature, 32, 64));
    try {
      return Optional.of(
          new Address("0x" + Keys.getAddress(Sign.signedMessageHashToKey(digest, parts))));
    } catch (SignatureException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
