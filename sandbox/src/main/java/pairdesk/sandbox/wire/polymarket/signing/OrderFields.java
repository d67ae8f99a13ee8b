package pairdesk.sandbox.wire.polymarket.signing;

import java.math.BigInteger;

/**
 * The signed part of an order of version 2, in the order in which it is hashed. Amounts are in 1/1
 * 000 000 of a dollar or a share.
 */
public record OrderFields(
    BigInteger salt,
    Address maker,
    Address signer,
    BigInteger tokenId,
    BigInteger makerAmount,
    BigInteger takerAmount,
    int side,
    int signatureType,
    BigInteger timestamp,
    Bytes32 metadata,
    Bytes32 builder) {
  public static final int BUY = 0;
  public static final int SELL = 1;

  static final String TYPE =
      "Order(uint256 salt,address maker,address signer,uint256 tokenId,uint256 makerAmount,"
          + "uint256 takerAmount,uint8 side,uint8 signatureType,uint256 timestamp,"
          + "bytes32 metadata,bytes32 builder)";
  private static final byte[] TYPE_HASH = Words.keccak(TYPE);

  byte[] structHash() {
    return Words.keccak(
        TYPE_HASH,
        Words.word(salt),
        Words.word(maker),
        Words.word(signer),
        Words.word(tokenId),
        Words.word(makerAmount),
        Words.word(takerAmount),
        Words.word(side),
        Words.word(signatureType),
        Words.word(timestamp),
        Words.bytes(metadata.hex()),
        Words.bytes(builder.hex()));
  }
}
