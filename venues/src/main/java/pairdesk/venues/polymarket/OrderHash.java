package pairdesk.venues.polymarket;

import static pairdesk.venues.polymarket.Eip712.address;
import static pairdesk.venues.polymarket.Eip712.bytes32;
import static pairdesk.venues.polymarket.Eip712.keccak;
import static pairdesk.venues.polymarket.Eip712.text;
import static pairdesk.venues.polymarket.Eip712.uint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import pairdesk.engine.order.Side;

/**
 * What is hashed and signed of an order of version 2 or 3, for one exchange contract. The hashes of
 * type and domain are made once, the order's words lie in one array.
 */
public final class OrderHash {
  private static final int WORDS = 12;
  static final String TYPE =
      "Order(uint256 salt,address maker,address signer,uint256 tokenId,uint256 makerAmount,"
          + "uint256 takerAmount,uint8 side,uint8 signatureType,uint256 timestamp,bytes32 metadata,"
          + "bytes32 builder)";
  private static final byte[] TYPE_HASH = text(TYPE);
  private static final byte[] WALLET_TYPE_HASH =
      text(
          "TypedDataSign(Order contents,string name,string version,uint256 chainId,"
              + "address verifyingContract,bytes32 salt)"
              + TYPE);
  private static final byte[] DOMAIN_TYPE_HASH =
      text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final byte[] WALLET_NAME = text("DepositWallet");
  private static final byte[] WALLET_VERSION = text("1");

  private final long chainId;
  private final byte[] domainSeparator;

  /**
   * @param version of the typed data's domain: 2, or 3 for the exchange of the position ledger
   */
  public OrderHash(String version, long chainId, String exchange) {
    this.chainId = chainId;
    this.domainSeparator =
        keccak(
            DOMAIN_TYPE_HASH,
            text("Polymarket CTF Exchange"),
            text(version),
            uint(chainId),
            address(exchange));
  }

  public byte[] struct(ClobOrder order) {
    return new Words(WORDS)
        .word(TYPE_HASH)
        .uint(order.stamp().salt())
        .word(address(order.wallet().maker()))
        .word(address(order.wallet().signer()))
        .uint(order.tokenId())
        .uint(order.amounts().makerE6())
        .uint(order.amounts().takerE6())
        .uint(order.side() == Side.BUY ? 0 : 1)
        .uint(order.wallet().type().code())
        .uint(order.stamp().timestampMillis())
        .word(bytes32(order.stamp().metadata()))
        .word(bytes32(order.stamp().builder()))
        .hash();
  }

  /** The order's id at the venue, whatever the signature type. */
  public byte[] digest(byte[] struct) {
    return Eip712.digest(domainSeparator, struct);
  }

  /** What the key signs when a deposit wallet is the signer (ERC-7739). */
  byte[] walletDigest(byte[] struct, String wallet) {
    return Eip712.digest(
        domainSeparator,
        keccak(
            WALLET_TYPE_HASH,
            struct,
            WALLET_NAME,
            WALLET_VERSION,
            uint(chainId),
            address(wallet),
            new byte[Eip712.WORD]));
  }

  /** The key's signature with what the wallet needs to rebuild the digest. */
  byte[] walletSignature(byte[] inner, byte[] struct) {
    byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(inner.length + 2 * Eip712.WORD + type.length + 2)
        .put(inner)
        .put(domainSeparator)
        .put(struct)
        .put(type)
        .putShort((short) type.length)
        .array();
  }
}
