package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import pairdesk.venues.polymarket.chain.ChainKey;

/**
 * A secp256k1 key. Signs with native code where that loads and proves itself, else without; the
 * signatures are the same. Safe for many threads.
 */
public final class EthereumKey implements ChainKey {
  private static final Logger LOG = LoggerFactory.getLogger(EthereumKey.class);

  private final DigestSigner signer;
  private final String address;

  private EthereumKey(BigInteger secret, DigestSigner signer) {
    this.signer = signer;
    this.address =
        Keys.toChecksumAddress("0x" + Keys.getAddress(Sign.publicKeyFromPrivate(secret)));
  }

  /**
   * Reads 64 hex digits, with or without 0x.
   *
   * @throws IllegalArgumentException when it is no private key; the message does not repeat it
   */
  public static EthereumKey parse(String hex) {
    BigInteger secret = secret(hex);
    return new EthereumKey(secret, chosen(secret));
  }

  /** As above, without native code. */
  public static EthereumKey portable(String hex) {
    BigInteger secret = secret(hex);
    return new EthereumKey(secret, new PortableSigner(secret));
  }

  private static BigInteger secret(String hex) {
    String digits = hex.startsWith("0x") ? hex.substring(2) : hex;
    if (!digits.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("a private key is 64 hex digits");
    }
    var secret = new BigInteger(digits, 16);
    if (secret.signum() == 0 || secret.compareTo(PortableSigner.ORDER) >= 0) {
      throw new IllegalArgumentException("not a private key of secp256k1");
    }
    return secret;
  }

  /** The native one if it signs a trial digest as the other does. */
  private static DigestSigner chosen(BigInteger secret) {
    var portable = new PortableSigner(secret);
    Optional<NativeSigner> fast = NativeSigner.of(secret);
    if (fast.isEmpty()) {
      return portable;
    }
    byte[] trial = Eip712.text("trial");
    if (!Arrays.equals(fast.get().sign(trial), portable.sign(trial))) {
      LOG.atWarn().log("native secp256k1 signs differently: not used");
      return portable;
    }
    return fast.get();
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public byte[] sign(byte[] digest) {
    return signer.sign(digest);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "EthereumKey[" + address + "]";
  }
}
