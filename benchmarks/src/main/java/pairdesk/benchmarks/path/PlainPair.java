package pairdesk.benchmarks.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.bot.rehearsal.MadeFrames;

/**
 * One pair as one writes it first: books of decimals, and a walk that takes shares while another
 * one still earns after fees and slippage.
 */
final class PlainPair {
  private static final BigDecimal KALSHI_RATE = new BigDecimal("0.07");
  private static final BigDecimal POLYMARKET_RATE = new BigDecimal("0.04");
  private static final BigDecimal SLIPPAGE = new BigDecimal("0.0020");
  private static final BigDecimal MIN_EDGE = new BigDecimal("0.01");

  private final NavigableMap<BigDecimal, BigDecimal> yesBids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, BigDecimal> yesAsks = new TreeMap<>();
  private final NavigableMap<BigDecimal, BigDecimal> opposite;

  /** What to buy, and at which worst prices. */
  record Purchase(BigDecimal shares, BigDecimal yesPrice, BigDecimal noPrice) {}

  PlainPair() {
    yesBids.putAll(decimals(MadeFrames.YES_BIDS));
    MadeFrames.NO_BIDS.forEach(bid ->
        yesAsks.put(BigDecimal.valueOf(100L - bid.cents(), 2), BigDecimal.valueOf(bid.shares())));
    opposite = new TreeMap<>(decimals(MadeFrames.OPPOSITE_ASKS));
  }

  /** The change of a level, as Kalshi tells it. */
  void change(JsonNode message) {
    BigDecimal price = new BigDecimal(message.get("price_dollars").textValue()).setScale(2);
    BigDecimal delta = new BigDecimal(message.get("delta_fp").textValue());
    boolean yes = message.get("side").textValue().equals("yes");
    NavigableMap<BigDecimal, BigDecimal> side = yes ? yesBids : yesAsks;
    BigDecimal level = yes ? price : BigDecimal.ONE.subtract(price);
    BigDecimal rests = side.getOrDefault(level, BigDecimal.ZERO).add(delta);
    if (rests.signum() == 0) {
      side.remove(level);
    } else {
      side.put(level, rests);
    }
  }

  Purchase look() {
    var yes = yesAsks.entrySet().iterator();
    var no = opposite.entrySet().iterator();
    var yesLevel = yes.next();
    var noLevel = no.next();
    BigDecimal yesRest = yesLevel.getValue();
    BigDecimal noRest = noLevel.getValue();
    BigDecimal taken = BigDecimal.ZERO;
    BigDecimal yesPrice = BigDecimal.ZERO;
    BigDecimal noPrice = BigDecimal.ZERO;
    while (net(yesLevel.getKey(), noLevel.getKey()).compareTo(MIN_EDGE) >= 0) {
      BigDecimal step = yesRest.min(noRest);
      taken = taken.add(step);
      yesPrice = yesLevel.getKey();
      noPrice = noLevel.getKey();
      yesRest = yesRest.subtract(step);
      noRest = noRest.subtract(step);
      if ((yesRest.signum() == 0 && !yes.hasNext()) || (noRest.signum() == 0 && !no.hasNext())) {
        break;
      }
      if (yesRest.signum() == 0) {
        yesLevel = yes.next();
        yesRest = yesLevel.getValue();
      }
      if (noRest.signum() == 0) {
        noLevel = no.next();
        noRest = noLevel.getValue();
      }
    }
    return new Purchase(taken.setScale(2, RoundingMode.DOWN), yesPrice, noPrice);
  }

  private static BigDecimal net(BigDecimal yes, BigDecimal no) {
    return BigDecimal.ONE
        .subtract(yes)
        .subtract(no)
        .subtract(fee(KALSHI_RATE, yes))
        .subtract(fee(POLYMARKET_RATE, no))
        .subtract(SLIPPAGE);
  }

  private static BigDecimal fee(BigDecimal rate, BigDecimal price) {
    return rate.multiply(price).multiply(BigDecimal.ONE.subtract(price));
  }

  private static Map<BigDecimal, BigDecimal> decimals(List<MadeFrames.Offer> offers) {
    return offers.stream()
        .collect(
            Collectors.toMap(
                offer -> BigDecimal.valueOf(offer.cents(), 2),
                offer -> BigDecimal.valueOf(offer.shares())));
  }
}
