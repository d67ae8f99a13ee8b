package pairdesk.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

class SweepTest {
  private static final Ladder ASKS =
      Ladder.of(List.of(level("0.40", "10"), level("0.42", "50"), level("0.47", "5")));
  private static final Ladder BIDS = Ladder.of(List.of(level("0.38", "4"), level("0.30", "20")));

  @Test
  void takesLevelAfterLevelUntilTheQuantityIsFull() {
    var sweep = Sweep.buy(ASKS, Quantity.ofShares(30), Price.ofCents(42));
    assertEquals(
        new Sweep(
            List.of(level("0.40", "10"), level("0.42", "20")),
            Quantity.ofShares(30),
            Usd.parse("12.40")),
        sweep);
    assertEquals(Price.ofCents(42), sweep.worst());
    assertEquals(2, sweep.depth());
  }

  @Test
  void stopsAtTheLimit() {
    var sweep = Sweep.buy(ASKS, Quantity.ofShares(100), Price.parse("0.4699"));
    assertEquals(Quantity.ofShares(60), sweep.shares());
    assertEquals(Price.ofCents(42), sweep.worst());
  }

  @Test
  void takesAllThereIsWhenMoreIsWanted() {
    assertEquals(
        Quantity.ofShares(65), Sweep.buy(ASKS, Quantity.ofShares(100), Price.ONE).shares());
  }

  @Test
  void sellsIntoBidsDownToTheFloor() {
    var sweep = Sweep.sell(BIDS, Quantity.ofShares(10), Price.ofCents(30));
    assertEquals(Usd.parse("3.32"), sweep.amount());
    assertEquals(
        Quantity.ofShares(4),
        Sweep.sell(BIDS, Quantity.ofShares(10), Price.parse("0.3001")).shares());
  }

  @Test
  @Tag("fault:M2")
  void roundsCostUpAndProceedsDown() {
    var odd = Ladder.of(List.of(level("0.3333", "0.000001")));
    assertEquals(Usd.ofE6(1), Sweep.buy(odd, Quantity.ofE6(1), Price.ONE).amount());
    assertEquals(Usd.ZERO, Sweep.sell(odd, Quantity.ofE6(1), Price.ZERO).amount());
  }

  @Test
  @Tag("fault:V2")
  void takesNothingFromAnEmptySide() {
    assertTrue(Sweep.buy(Ladder.EMPTY, Quantity.ofShares(1), Price.ONE).isEmpty());
    assertTrue(Sweep.buy(ASKS, Quantity.ZERO, Price.ONE).isEmpty());
  }

  private static Level level(String price, String shares) {
    return new Level(Price.parse(price), Quantity.parse(shares));
  }
}
