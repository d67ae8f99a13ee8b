package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

class EthereumKeyTest {
  private static final int CASES = 200;

  @Test
  void signsAsWeb3jDoesWithAndWithoutNativeCode() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      String secret = HexFormat.of().formatHex(bytes(random));
      byte[] digest = bytes(random);
      String expected = web3j(secret, digest);
      assertEquals(
          expected, Eip712.hex(EthereumKey.portable(secret).sign(digest)), () -> "seed " + seed);
      assertEquals(
          expected, Eip712.hex(EthereumKey.parse(secret).sign(digest)), () -> "seed " + seed);
    }
    System.out.println("signed as web3j does: " + CASES + " digests, seed " + seed);
  }

  /** The jar has the library for both processors that we run on. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void loadsTheNativeLibrary() {
    assertTrue(NativeSigner.of(BigInteger.TWO).isPresent());
  }

  @Test
  void neverReadsBeyondADigest() {
    DigestSigner signer = NativeSigner.of(BigInteger.TWO).orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> signer.sign(new byte[31]));
  }

  @Test
  void refusesAKeyWithoutRepeatingIt() {
    String short60 = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2";
    var refusal = assertThrows(IllegalArgumentException.class, () -> EthereumKey.parse(short60));
    assertFalse(String.valueOf(refusal.getMessage()).contains("ac0974"));
    assertThrows(IllegalArgumentException.class, () -> EthereumKey.parse("0".repeat(64)));
    assertThrows(IllegalArgumentException.class, () -> EthereumKey.parse("f".repeat(64)));
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[Eip712.WORD];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String web3j(String secret, byte[] digest) {
    var key = ECKeyPair.create(new BigInteger(secret, 16));
    Sign.SignatureData data = Sign.signMessage(digest, key, false);
    return Numeric.toHexString(data.getR())
        + Numeric.toHexStringNoPrefix(data.getS())
        + Numeric.toHexStringNoPrefix(data.getV());
  }
}
