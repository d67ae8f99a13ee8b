package pairdesk.bot.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.bot.sim.Trade.Course;
import pairdesk.bot.sim.Trade.Trouble;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

class TallyTest {
  private static Trade trade(
      Trouble trouble, int bps, boolean unhedged, String earned, @Nullable Duration spent) {
    var inside = new InsideSlippage(bps <= 500 ? 1 : 0, bps <= 200 ? 1 : 0, bps == 0 ? 1 : 0);
    var result = new Trade.Result(Ratio.ofBps(bps), inside, unhedged, Usd.parse(earned));
    return new Trade(Course.AT_ONCE, trouble, result, spent);
  }

  @Test
  void addsUp() {
    var tally = new Tally();
    tally.add(trade(Trouble.NONE, 0, false, "2.50", Duration.ofMillis(100)));
    tally.add(trade(Trouble.NONE, 200, false, "1", Duration.ofMillis(300)));
    tally.add(trade(Trouble.UNEVEN, 501, true, "-3.6", null));
    assertEquals(3, tally.traded());
    assertEquals(new InsideSlippage(2, 2, 1), tally.inside());
    assertEquals(1, tally.unhedged());
    assertEquals(Duration.ofMillis(200), tally.meanExecution());
    assertEquals(Usd.parse("-0.1"), tally.earned());
    assertEquals(Usd.parse("-0.034"), tally.earnedEach());
  }

  @ParameterizedTest
  @CsvSource({"500, 5", "501, 6", "900, 9", "950, 10", "1000, 10"})
  void aShareOfTheTradesHadAtMostSoMuch(int permille, int bps) {
    var tally = new Tally();
    for (int each = 1; each <= 10; each++) {
      tally.add(trade(Trouble.NONE, each, false, "0", null));
    }
    assertEquals(Ratio.ofBps(bps), tally.slippage(permille));
  }

  @Test
  void aTableHasALineForEachClassThatWasMet() {
    var table = new TradeTable<>(Trouble.class, Trade::trouble, Trouble::text);
    table.add(trade(Trouble.NONE, 0, false, "2.50", Duration.ofMillis(100)));
    table.add(trade(Trouble.NONE, 201, false, "0.50", null));
    table.add(trade(Trouble.TAKEN_BACK, 4_000, true, "-3", null));
    assertEquals(
        """

                                                traded    ≤ 5 %    ≤ 2 %      p95 shares in  unhedged  mean ms      each
        a fill was taken back                        1   0.00 %   0.00 %  40.00 %    0.00 %  100.00 %        0    -$3.00
        none of these, legs filled evenly            2 100.00 %  50.00 %   2.01 %   50.00 %    0.00 %      100     $1.50
        """,
        table.text());
  }

  @Test
  void withoutFaultsNothingWorseHappensThanLegsThatDiffer() {
    Set<Trouble> met = new TreeSet<>();
    for (int seed = 0; seed <= 10; seed += 10) {
      Simulation.of(seed).trades().forEach(trade -> met.add(trade.trouble()));
    }
    assertTrue(Set.of(Trouble.UNEVEN, Trouble.NONE).containsAll(met), met.toString());
    assertTrue(met.contains(Trouble.NONE), met.toString());
  }
}
