package pairdesk.sandbox.wire.polymarket.clob;

import java.math.BigInteger;
import java.util.Optional;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.polymarket.records.Tick;

/**
 * The two amounts of a signed order, and what they must satisfy: so many decimals for dollars and
 * shares, and a price that follows from them.
 *
 * @param dollars given by a buyer, taken by a seller
 * @param shares the other way round
 */
record OrderAmounts(Side side, Usd dollars, Quantity shares) {
  private static final long SHARE_STEP = 10_000;
  private static final long CENT = 10_000;

  /** Some 280 million dollars: times 20 000 it still fits a long. */
  private static final int MAX_BITS = 48;

  /** Which amount was chosen by the client, and which follows from the price. */
  enum Kind {
    /** GTC and GTD: shares are chosen, dollars follow. */
    LIMIT,
    /** FOK and FAK: a buyer chooses dollars, a seller shares. */
    MARKET
  }

  /** Empty when an amount is zero or larger than any account. */
  static Optional<OrderAmounts> of(Side side, BigInteger maker, BigInteger taker) {
    if (maker.signum() <= 0 || taker.signum() <= 0) {
      return Optional.empty();
    }
    if (maker.bitLength() > MAX_BITS || taker.bitLength() > MAX_BITS) {
      return Optional.empty();
    }
    long dollars = (side == Side.BUY ? maker : taker).longValueExact();
    long shares = (side == Side.BUY ? taker : maker).longValueExact();
    return Optional.of(new OrderAmounts(side, Usd.ofE6(dollars), Quantity.ofE6(shares)));
  }

  /** The complaint of the venue about these amounts, empty when there is none. */
  Optional<String> complaint(Kind kind, Tick tick) {
    long dollarStep = tick.dollarStepE6();
    boolean buysDollars = kind == Kind.MARKET && side == Side.BUY;
    boolean accurate =
        buysDollars
            ? dollars.e6() % CENT == 0 && shares.e6() % dollarStep == 0
            : shares.e6() % SHARE_STEP == 0 && dollars.e6() % dollarStep == 0;
    if (!accurate) {
      return Optional.of(accuracyComplaint(kind, tick));
    }
    return buysDollars ? shareComplaint(tick) : dollarComplaint(tick);
  }

  /** Dollars by shares, rounded half up to the decimals of the tick; empty above one dollar. */
  Optional<Price> price(Tick tick) {
    long e4 = exactE4().orElseGet(() -> roundedE4(tick));
    return e4 > 10_000 ? Optional.empty() : Optional.of(Price.ofE4((int) e4));
  }

  private Optional<Long> exactE4() {
    long scaled = Math.multiplyExact(dollars.e6(), 10_000L);
    return scaled % shares.e6() == 0 ? Optional.of(scaled / shares.e6()) : Optional.empty();
  }

  private long roundedE4(Tick tick) {
    long step = tick.priceStepE4();
    long doubled = Math.multiplyExact(dollars.e6(), 20_000L / step) + shares.e6();
    return Math.multiplyExact(doubled / Math.multiplyExact(2L, shares.e6()), step);
  }

  private Optional<String> dollarComplaint(Tick tick) {
    long priceE4 = price(tick).map(Price::e4).orElse(10_000);
    long exact = Math.multiplyExact(priceE4, shares.e6()) / 10_000;
    long expected = exact - exact % tick.dollarStepE6();
    return expected == dollars.e6()
        ? Optional.empty()
        : Optional.of(
            inconsistent(side == Side.BUY ? "maker" : "taker", priceE4, expected, dollars.e6()));
  }

  /** The last step of a share amount may have been rounded either way. */
  private Optional<String> shareComplaint(Tick tick) {
    long priceE4 = price(tick).map(Price::e4).orElse(10_000);
    if (priceE4 == 0) {
      return Optional.of("invalid price");
    }
    long exact = Math.multiplyExact(dollars.e6(), 10_000L) / priceE4;
    long expected = exact - exact % tick.dollarStepE6();
    long above = shares.e6() - expected;
    return above == 0 || above == tick.dollarStepE6()
        ? Optional.empty()
        : Optional.of(inconsistent("taker", priceE4, expected, shares.e6()));
  }

  private String inconsistent(String amount, long priceE4, long expected, long submitted) {
    return ("invalid amounts, the %s amount for a $%s order of size %s should be '%s' but the value"
            + " submited is '%s'. Please check if you are using the latest version of the"
            + " 'clob-client' library")
        .formatted(
            amount,
            Decimals.format(priceE4, 4, 0),
            shares,
            Decimals.format(expected, 6, 0),
            Decimals.format(submitted, 6, 0));
  }

  private String accuracyComplaint(Kind kind, Tick tick) {
    boolean buys = side == Side.BUY;
    boolean market = kind == Kind.MARKET;
    int makerDecimals = buys && !market ? tick.amountDecimals() : 2;
    int takerDecimals = buys && !market ? 2 : tick.amountDecimals();
    return ("invalid amounts, the %s%s orders maker amount supports a max accuracy of %d decimals,"
            + " taker amount a max of %d decimals")
        .formatted(market ? "market " : "", buys ? "buy" : "sell", makerDecimals, takerDecimals);
  }
}
