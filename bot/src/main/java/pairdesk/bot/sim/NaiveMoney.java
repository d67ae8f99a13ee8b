package pairdesk.bot.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.FeeTerms;

/** Money as on paper: decimal fractions, nothing rounded before the end. Slow, and obvious. */
final class NaiveMoney {
  private static final BigDecimal TAKER = new BigDecimal("0.07");
  private static final int MICRO = 6;

  private NaiveMoney() {}

  /** What an order costs at its limit with the fee that its venue publishes now. */
  static Usd costAtLimit(OrderIntent.Terms terms, Exchange exchange, MarketId market) {
    BigDecimal price = dollars(terms.limit());
    BigDecimal shares = shares(terms.quantity());
    FeeTerms fees = exchange.market(market).orElseThrow().spec().fees();
    BigDecimal fee =
        terms.postOnly()
            ? BigDecimal.ZERO // here no market asks anything of makers
            : rate(fees).multiply(shares).multiply(price).multiply(BigDecimal.ONE.subtract(price));
    return usd(price.multiply(shares).add(fee), RoundingMode.DOWN);
  }

  /** What a fill does to cash. */
  static Usd cash(Fill fill) {
    BigDecimal value = dollars(fill.price()).multiply(shares(fill.quantity()));
    BigDecimal change = fill.side() == Side.BUY ? value.negate() : value;
    return usd(change.subtract(dollars(fill.fee())), RoundingMode.UNNECESSARY);
  }

  private static BigDecimal rate(FeeTerms terms) {
    return switch (terms) {
      case FeeTerms.Kalshi(_, int multiplierE3) ->
          TAKER.multiply(BigDecimal.valueOf(multiplierE3, 3));
      case FeeTerms.Polymarket(int rateE4) -> BigDecimal.valueOf(rateE4, 4);
    };
  }

  private static BigDecimal dollars(Price price) {
    return BigDecimal.valueOf(price.e4(), 4);
  }

  private static BigDecimal dollars(Usd amount) {
    return BigDecimal.valueOf(amount.e6(), MICRO);
  }

  private static BigDecimal shares(Quantity quantity) {
    return BigDecimal.valueOf(quantity.e6(), MICRO);
  }

  private static Usd usd(BigDecimal dollars, RoundingMode rounding) {
    return Usd.ofE6(dollars.setScale(MICRO, rounding).unscaledValue().longValueExact());
  }
}
