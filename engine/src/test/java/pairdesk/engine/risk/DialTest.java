package pairdesk.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.engine.money.Usd;

class DialTest {

  @ParameterizedTest
  @EnumSource(Dial.class)
  void changesItsLimitAndNoOther(Dial dial) {
    long before = dial.read(Limits.DEFAULTS);
    Limits changed = dial.set(Limits.DEFAULTS, before / 2);
    for (Dial other : Dial.values()) {
      long expected = other == dial ? before / 2 : other.read(Limits.DEFAULTS);
      assertEquals(expected, other.read(changed), other::title);
    }
    assertEquals(Limits.DEFAULTS, dial.set(changed, before));
  }

  @ParameterizedTest
  @EnumSource(Dial.class)
  void refusesToLimitNothing(Dial dial) {
    assertThrows(IllegalArgumentException.class, () -> dial.set(Limits.DEFAULTS, 0));
    assertThrows(IllegalArgumentException.class, () -> dial.set(Limits.DEFAULTS, -1));
  }

  @ParameterizedTest
  @EnumSource(Dial.class)
  void isFoundByItsTitleAndReadsWhatItWrites(Dial dial) {
    assertEquals(Optional.of(dial), Dial.of(dial.title()));
    long value = dial.read(Limits.DEFAULTS);
    assertEquals(value, dial.parse(dial.text(value)));
    assertNotEquals(dial.text(value), dial.text(value + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_TRADE, '$1,250.50', 1250500000, $1250.50",
    "ONE_TRADE, 500, 500000000, $500.00",
    "SLIPPAGE, 2.5 %, 250, 2.5 %",
    "BOOK_AGE, 5 s, 5000, 5 s",
    "FREEZE, 0.5, 500, 0.5 s",
    "DAY_LOSS, $75, 75000000, $75.00",
    "LATENCY, 0.75 s, 750, 0.75 s",
    "FAILURES, 4, 4, 4"
  })
  void readsWhatPeopleType(Dial dial, String typed, long value, String shown) {
    assertEquals(value, dial.parse(typed));
    assertEquals(shown, dial.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_TRADE, much",
    "ONE_TRADE, ''",
    "SLIPPAGE, 0.001",
    "FREEZE, 1e3",
    "BOOK_AGE, 5 m",
    "FAILURES, 2.5"
  })
  void refusesWhatIsNoNumberOfItsUnit(Dial dial, String typed) {
    assertThrows(IllegalArgumentException.class, () -> dial.parse(typed));
  }

  @Test
  void whatABreakerLetsGoAtFollowsItsLimit() {
    BreakerLimits.Lag lag =
        Dial.CLOCK.set(Dial.LATENCY.set(Limits.DEFAULTS, 1_000), 3_000).breakers().lag();
    assertEquals(Duration.ofMillis(800), lag.latency().p95().reset());
    assertEquals(Duration.ofMillis(1_500), lag.clock().reset());
  }

  @Test
  void knowsWhichWayIsBolder() {
    assertTrue(Dial.ONE_TRADE.isBolder(1, 2));
    assertFalse(Dial.ONE_TRADE.isBolder(2, 1));
    assertFalse(Dial.ONE_TRADE.isBolder(2, 2));
    assertTrue(Dial.LIQUIDITY.isBolder(Usd.ofDollars(1_000).e6(), Usd.ofDollars(500).e6()));
    assertFalse(Dial.FREEZE.isBolder(60_000, 120_000));
  }
}
