package pairdesk.sandbox.wire.polymarket.clob;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.polymarket.Vectors;
import pairdesk.sandbox.wire.polymarket.records.Tick;

class OrderAmountsTest {
  private static final Tick CENT = new Tick(100);

  /** Two of the recorded amounts are one unit off, because their client computes in doubles. */
  @Test
  void acceptsWhatTheOfficialClientSends() {
    var refused = new ArrayList<String>();
    for (JsonNode vector : Vectors.polymarket("order-amounts.json")) {
      Tick tick = new Tick((int) Decimals.parse(vector.at("/input/tickSize").asText(), 4));
      var kind =
          OrderAmounts.Kind.valueOf(
              vector.at("/input/orderKind").asText().toUpperCase(Locale.ROOT));
      Optional<OrderAmounts> amounts =
          OrderAmounts.of(
              Side.valueOf(vector.at("/input/side").asText()),
              new BigInteger(vector.at("/expected/makerAmount").asText()),
              new BigInteger(vector.at("/expected/takerAmount").asText()));
      if (amounts.flatMap(a -> a.complaint(kind, tick)).isPresent()) {
        refused.add(vector.get("id").asText());
      }
    }
    assertEquals(List.of("am-296", "am-538"), refused);
  }

  @Test
  void refusesTooManyDecimals() {
    assertEquals(
        Optional.of(
            "invalid amounts, the buy orders maker amount supports a max accuracy of 4 decimals,"
                + " taker amount a max of 2 decimals"),
        amounts(Side.BUY, 4_700_000, 10_001_000).complaint(OrderAmounts.Kind.LIMIT, CENT));
    assertEquals(
        Optional.of(
            "invalid amounts, the market buy orders maker amount supports a max accuracy of 2"
                + " decimals, taker amount a max of 4 decimals"),
        amounts(Side.BUY, 4_705_000, 10_000_000).complaint(OrderAmounts.Kind.MARKET, CENT));
    assertEquals(
        Optional.of(
            "invalid amounts, the sell orders maker amount supports a max accuracy of 2 decimals,"
                + " taker amount a max of 4 decimals"),
        amounts(Side.SELL, 10_000_000, 4_700_010).complaint(OrderAmounts.Kind.LIMIT, CENT));
  }

  @Test
  void refusesDollarsThatDoNotFollowFromThePrice() {
    assertEquals(
        Optional.of(
            "invalid amounts, the taker amount for a $0.22 order of size 19.69 should be '4.3318'"
                + " but the value submited is '4.33'. Please check if you are using the latest"
                + " version of the 'clob-client' library"),
        amounts(Side.SELL, 19_690_000, 4_330_000).complaint(OrderAmounts.Kind.LIMIT, CENT));
  }

  @Test
  void letsABuyerRoundTheLastShareEitherWay() {
    for (long shares : new long[] {19_230_700, 19_230_800}) {
      OrderAmounts amounts = amounts(Side.BUY, 10_000_000, shares);
      assertEquals(Optional.empty(), amounts.complaint(OrderAmounts.Kind.MARKET, CENT));
      assertEquals(Optional.of(Price.ofCents(52)), amounts.price(CENT));
    }
  }

  @Test
  void readsAPriceOffTheGridAsItIs() {
    assertEquals(
        Optional.of(Price.ofE4(4_750)), amounts(Side.BUY, 4_750_000, 10_000_000).price(CENT));
  }

  @Test
  void refusesNothingAndTooMuch() {
    BigInteger ten = BigInteger.valueOf(10_000_000);
    assertEquals(Optional.empty(), OrderAmounts.of(Side.BUY, BigInteger.ZERO, ten));
    assertEquals(Optional.empty(), OrderAmounts.of(Side.BUY, ten, BigInteger.TWO.pow(48)));
    assertEquals(Optional.empty(), amounts(Side.BUY, 20_000_000, 10_000_000).price(CENT));
  }

  private static OrderAmounts amounts(Side side, long maker, long taker) {
    return OrderAmounts.of(side, BigInteger.valueOf(maker), BigInteger.valueOf(taker))
        .orElseThrow();
  }
}
