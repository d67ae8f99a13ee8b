package pairdesk.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One pair in decimals, checked as one writes it first: walk both sides while another share still
 * earns, fees and slippage taken off.
 */
final class DecimalPair {
  private static final BigDecimal KALSHI_RATE = new BigDecimal("0.07");
  private static final BigDecimal POLYMARKET_RATE = new BigDecimal("0.04");
  private static final BigDecimal SLIPPAGE = new BigDecimal("0.0020");
  private static final BigDecimal MIN_EDGE = new BigDecimal("0.01");
  private static final BigDecimal LEAST = BigDecimal.valueOf(5);

  private final Sides yesOnKalshi;
  private final Sides noOnKalshi;
  private final BigDecimal changingPrice;
  private final BigDecimal[] changingShares;

  /** What must be bought together, and may be at these prices and sizes. */
  private record Sides(
      NavigableMap<BigDecimal, BigDecimal> kalshi,
      NavigableMap<BigDecimal, BigDecimal> polymarket) {}

  DecimalPair(MadePairs.Made pair) {
    this.yesOnKalshi = new Sides(asks(pair.before()), asks(pair.no()));
    this.noOnKalshi = new Sides(asksOfOther(pair.before()), asksOfOther(pair.no()));
    this.changingPrice = BigDecimal.valueOf(pair.before().askCents().getFirst(), 2);
    this.changingShares =
        new BigDecimal[] {
          BigDecimal.valueOf(pair.before().askShares().getFirst()),
          BigDecimal.valueOf(pair.after().askShares().getFirst())
        };
  }

  /** The best ask of YES on Kalshi changes its size. */
  void change(boolean changed) {
    yesOnKalshi.kalshi().put(changingPrice, changingShares[changed ? 1 : 0]);
  }

  /** Shares worth buying in the better direction; zero when there is nothing to earn. */
  BigDecimal look() {
    return shares(yesOnKalshi).max(shares(noOnKalshi));
  }

  private static BigDecimal shares(Sides sides) {
    Iterator<Map.Entry<BigDecimal, BigDecimal>> left = sides.kalshi().entrySet().iterator();
    Iterator<Map.Entry<BigDecimal, BigDecimal>> right = sides.polymarket().entrySet().iterator();
    var leftLevel = left.next();
    var rightLevel = right.next();
    BigDecimal leftRest = leftLevel.getValue();
    BigDecimal rightRest = rightLevel.getValue();
    BigDecimal taken = BigDecimal.ZERO;
    while (net(leftLevel.getKey(), rightLevel.getKey()).compareTo(MIN_EDGE) >= 0) {
      BigDecimal step = leftRest.min(rightRest);
      taken = taken.add(step);
      leftRest = leftRest.subtract(step);
      rightRest = rightRest.subtract(step);
      if ((leftRest.signum() == 0 && !left.hasNext())
          || (rightRest.signum() == 0 && !right.hasNext())) {
        break;
      }
      if (leftRest.signum() == 0) {
        leftLevel = left.next();
        leftRest = leftLevel.getValue();
      }
      if (rightRest.signum() == 0) {
        rightLevel = right.next();
        rightRest = rightLevel.getValue();
      }
    }
    return taken.compareTo(LEAST) < 0 ? BigDecimal.ZERO : taken.setScale(2, RoundingMode.DOWN);
  }

  private static BigDecimal net(BigDecimal kalshi, BigDecimal polymarket) {
    return BigDecimal.ONE
        .subtract(kalshi)
        .subtract(polymarket)
        .subtract(fee(KALSHI_RATE, kalshi))
        .subtract(fee(POLYMARKET_RATE, polymarket))
        .subtract(SLIPPAGE);
  }

  private static BigDecimal fee(BigDecimal rate, BigDecimal price) {
    return rate.multiply(price).multiply(BigDecimal.ONE.subtract(price));
  }

  private static NavigableMap<BigDecimal, BigDecimal> asks(Quote quote) {
    var asks = new TreeMap<BigDecimal, BigDecimal>();
    for (int i = 0; i < quote.askCents().size(); i++) {
      asks.put(
          BigDecimal.valueOf(quote.askCents().get(i), 2),
          BigDecimal.valueOf(quote.askShares().get(i)));
    }
    return asks;
  }

  /** The bids that {@link Quote#book} puts below, seen from the other outcome. */
  private static NavigableMap<BigDecimal, BigDecimal> asksOfOther(Quote quote) {
    var asks = new TreeMap<BigDecimal, BigDecimal>();
    asks.put(
        BigDecimal.valueOf(101 - quote.askCents().getFirst(), 2), BigDecimal.valueOf(Quote.BID));
    asks.put(BigDecimal.valueOf(100 - Quote.LOW_CENTS, 2), BigDecimal.valueOf(Quote.LOW_BID));
    return asks;
  }
}
