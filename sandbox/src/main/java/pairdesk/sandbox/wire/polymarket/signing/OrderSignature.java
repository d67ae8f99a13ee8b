package pairdesk.sandbox.wire.polymarket.signing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who signed an order. Types 0 to 2 carry a plain signature of the order's digest; type 3 carries
 * the ERC-7739 wrap that a deposit wallet checks: signature, domain separator of the exchange,
 * struct hash of the order, its type as text and the length of that text.
 */
public final class OrderSignature {
  private static final int DEPOSIT_WALLET = 3;
  private static final byte[] CONTENTS_TYPE = OrderFields.TYPE.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WRAP_TYPE_HASH =
      Words.keccak(
          "TypedDataSign(Order contents,string name,string version,uint256 chainId,"
              + "address verifyingContract,bytes32 salt)"
              + OrderFields.TYPE);

  private OrderSignature() {}

  /** The key behind the signature; empty when the signature does not belong to this order. */
  public static Optional<Address> signer(
      OrderFields order, ExchangeDomain domain, byte[] signature) {
    return order.signatureType() == DEPOSIT_WALLET
        ? unwrapped(order, domain, signature)
        : Recovery.signer(domain.digest(order), signature);
  }

  private static Optional<Address> unwrapped(
      OrderFields order, ExchangeDomain domain, byte[] signature) {
    byte[] structHash = order.structHash();
    byte[] wrap =
        Words.concat(
            domain.separator(),
            structHash,
            CONTENTS_TYPE,
            ByteBuffer.allocate(Short.BYTES).putShort((short) CONTENTS_TYPE.length).array());
    if (signature.length != Recovery.LENGTH + wrap.length
        || !Arrays.equals(signature, Recovery.LENGTH, signature.length, wrap, 0, wrap.length)) {
      return Optional.empty();
    }
    byte[] digest = Words.digest(domain.separator(), wrapHash(order.maker(), structHash));
    return Recovery.signer(digest, Arrays.copyOf(signature, Recovery.LENGTH));
  }

  private static byte[] wrapHash(Address wallet, byte[] contentsHash) {
    return Words.keccak(
        WRAP_TYPE_HASH,
        contentsHash,
        Words.keccak("DepositWallet"),
        Words.keccak("1"),
        Words.word(Contracts.CHAIN_ID),
        Words.word(wallet),
        Words.word(BigInteger.ZERO));
  }
}
