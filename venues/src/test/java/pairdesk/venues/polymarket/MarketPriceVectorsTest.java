package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * The worst price that an amount needs, by our walk through the depth and by the official client.
 * Of a purchase the amount is dollars. What the book cannot fill whole has no price as FOK, and the
 * last level's as FAK.
 */
class MarketPriceVectorsTest {
  @Test
  void reachesAsDeepAsTheOfficialClient() {
    Vectors.checkAll("market-price", MarketPriceVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    Ladder side = ladder(input.get("levels"));
    String amount = input.get("amount").textValue();
    Optional<Price> price =
        "BUY".equals(input.get("side").textValue())
            ? toSpend(side, Usd.parse(amount))
            : toSell(side, Quantity.parse(amount));
    if (price.isEmpty() && "FAK".equals(input.get("orderType").textValue()) && !side.isEmpty()) {
      price = Optional.of(side.level(side.size() - 1).price());
    }
    String expected = vector.get("expected").path("price").asText("");
    assertEquals(expected.isEmpty() ? Optional.empty() : Optional.of(Price.parse(expected)), price);
  }

  private static Optional<Price> toSpend(Ladder asks, Usd dollars) {
    return asks.levels().stream()
        .map(Level::price)
        .filter(limit -> !Sweep.buy(asks, all(asks), limit).amount().isLessThan(dollars))
        .findFirst();
  }

  private static Optional<Price> toSell(Ladder bids, Quantity shares) {
    Sweep sweep = Sweep.sell(bids, shares, Price.ZERO);
    return sweep.shares().equals(shares) ? Optional.of(sweep.worst()) : Optional.empty();
  }

  private static Quantity all(Ladder side) {
    return side.levels().stream().map(Level::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  private static Ladder ladder(JsonNode levels) {
    var best = new ArrayList<Level>();
    levels.forEach(level ->
        best.add(
            new Level(
                Price.parse(level.get("price").textValue()),
                Quantity.parse(level.get("size").textValue()))));
    Collections.reverse(best);
    return Ladder.of(best);
  }
}
