package pairdesk.venues.polymarket;

import java.math.BigInteger;
import pairdesk.engine.order.Side;

/**
 * An order of version 2 or 3 as it is signed. BUY gives dollars for shares, SELL shares for
 * dollars.
 */
public record ClobOrder(
    Wallet wallet, BigInteger tokenId, Side side, Amounts amounts, Stamp stamp) {
  public static final String ZERO = "0x" + "0".repeat(64);

  /**
   * Who orders.
   *
   * @param maker whose money it is
   * @param signer whose signature counts: the key's address, or the deposit wallet itself
   */
  public record Wallet(SignatureType type, String maker, String signer) {}

  /** What is given and what is wanted at least, in millionths of a dollar and of a share. */
  public record Amounts(long makerE6, long takerE6) {
    public Amounts {
      if (makerE6 <= 0 || takerE6 <= 0) {
        throw new IllegalArgumentException("an order of nothing: " + makerE6 + " for " + takerE6);
      }
    }
  }

  /**
   * What makes the order unique.
   *
   * @param salt below 2^53: it travels as a JSON number
   * @param metadata 32 bytes, normally zero
   * @param builder builder code, 32 bytes, or zero
   */
  public record Stamp(long salt, long timestampMillis, String metadata, String builder) {
    /** How many there are. */
    static final long SALTS = 1L << 53;

    public Stamp {
      if (salt < 0 || salt >= SALTS) {
        throw new IllegalArgumentException("salt out of range: " + salt);
      }
    }
  }
}
