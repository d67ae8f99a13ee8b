package pairdesk.venues.polymarket;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.ClobOrder.Amounts;

/**
 * Shares and a limit price as the two amounts that an order promises.
 *
 * <p>An order of shares ({@link #shares}) never needs rounding: shares have two decimals and prices
 * at most four. Its implied price is the limit exactly, so it neither pays more nor misses offers
 * at the limit.
 *
 * <p>An order of dollars ({@link #dollars}) is what the venue makes of a FOK or FAK BUY: it spends
 * the dollars, of two decimals, and the shares only say the worst price. At a better price it
 * brings more shares than were asked for.
 */
final class PolymarketAmounts {
  static final Quantity LOT = Quantity.ofE6(10_000);
  private static final long CENT_E6 = 10_000;

  /** Decimals of an amount by tick, in 1/10 000 dollar. */
  private static final Map<Integer, Integer> DECIMALS =
      Map.of(1_000, 3, 100, 4, 50, 5, 25, 6, 10, 5, 1, 6);

  private PolymarketAmounts() {}

  static boolean isKnownTick(int tickE4) {
    return DECIMALS.containsKey(tickE4);
  }

  /** A tick as the venue writes it, in 1/10 000 dollar; empty when it is not one of the venue's. */
  static Optional<Integer> tick(@Nullable String text) {
    return DECIMALS.keySet().stream()
        .filter(e4 -> Decimals.format(e4, 4, 0).equals(text))
        .findFirst();
  }

  /** The quantity is cut to whole lots. */
  static Amounts shares(Side side, Price limit, Quantity quantity) {
    Quantity whole = quantity.floorTo(LOT);
    long usdE6 = Usd.of(limit, whole, Rounding.DOWN).e6();
    return switch (side) {
      case BUY -> new Amounts(usdE6, whole.e6());
      case SELL -> new Amounts(whole.e6(), usdE6);
    };
  }

  /**
   * A BUY for so many dollars, cut to cents; the shares are cut to the decimals that the tick
   * allows.
   *
   * @throws IllegalArgumentException when the tick is not one of the venue's
   */
  static Amounts dollars(Price limit, Usd spend, int tickE4) {
    Integer decimals = DECIMALS.get(tickE4);
    if (decimals == null) {
      throw new IllegalArgumentException("tick not known: " + tickE4 + " e4");
    }
    long usdE6 = spend.e6() - spend.e6() % CENT_E6;
    long sharesE6 = Math.multiplyExact(usdE6, 10_000L) / limit.e4();
    long unit = Math.powExact(10L, 6 - decimals);
    return new Amounts(usdE6, sharesE6 - sharesE6 % unit);
  }
}
