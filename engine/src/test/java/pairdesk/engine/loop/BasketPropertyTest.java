package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.sample.BasketStrategy;

/**
 * Baskets of two to five legs whose orders fill as chance has it while prices run away: once prices
 * are back, every leg holds the same, and never more than was planned. Give a seed back with {@code
 * -Dseed=}.
 */
class BasketPropertyTest {
  private static final int HOSTILE = 25;

  /** More than it takes to hold for ten minutes. */
  private static final int ROUNDS = 400;

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Tag("fault:T21")
  void endsWithEqualLegs(long seed) {
    new Run(seed).play();
  }

  /** One seed. */
  private static final class Run {
    private final SplittableRandom random;
    private final BasketStrategy basket;
    private final int cents;
    private final Rig rig;
    private final String name;

    Run(long seed) {
      random = new SplittableRandom(seed);
      int count = random.nextInt(2, 6);
      boolean yes = random.nextBoolean();
      basket =
          new BasketStrategy(
              Rig.outcomes(count).stream().map(id -> yes ? id.yes() : id.no()).toList(),
              yes ? 1 : count - 1);
      cents = 91 * basket.paying() / count;
      Tactic tactic = random.nextBoolean() ? Tactic.SEQUENTIAL : Tactic.TAKER_TAKER;
      rig = Rig.basket(basket, tactic, Rig.recovered(Mode.LIVE)).forgetEffects();
      name = "seed " + seed + ", " + basket.legs() + " " + tactic;
    }

    void play() {
      cheap();
      assertTrue(!rig.intents().isEmpty(), () -> name + " found nothing\n" + rig.transcript());
      int answered = 0;
      for (int round = 0; round < HOSTILE || (isOpen() && round < ROUNDS); round++) {
        if (answered < rig.intents().size()) {
          answer(rig.intents().get(answered++), round < HOSTILE);
        } else if (round < HOSTILE) {
          rig.pass(Duration.ofMillis(random.nextInt(50, 1_500)));
          show();
        } else {
          calm();
        }
      }
      rig.view().trading().executions().forEach(this::check);
    }

    private boolean isOpen() {
      return rig.view().trading().executions().stream().anyMatch(e -> !e.state().isClosed());
    }

    private void answer(OrderIntent order, boolean hostile) {
      Quantity all = order.terms().quantity();
      int luck = hostile ? random.nextInt(4) : 0;
      Quantity filled =
          switch (luck) {
            case 0 -> all;
            case 1 -> Quantity.ofE6(all.e6() / 1_000_000 / 3 * 1_000_000);
            default -> Quantity.ZERO;
          };
      if (filled.equals(all)) {
        rig.fillWhole(order);
      } else {
        rig.fillPart(order, filled.toString());
      }
    }

    private void cheap() {
      Map<Instrument, List<String>> books = new LinkedHashMap<>();
      basket
          .legs()
          .forEach(leg -> books.put(leg, List.of(level(cents - 1, 10_000), level(cents, 120))));
      rig.books(books);
    }

    /** Dearer to buy, worth less to sell, sometimes not there. */
    private void show() {
      Map<Instrument, List<String>> books = new LinkedHashMap<>();
      for (Instrument leg : basket.legs()) {
        int ask = cents + random.nextInt(0, 12);
        int bid = cents - 1 - random.nextInt(0, Math.min(12, cents - 1));
        String asks = random.nextInt(10) == 0 ? "" : level(ask, random.nextInt(10, 200));
        books.put(leg, List.of(level(bid, 10_000), asks));
      }
      rig.books(books);
    }

    /** Too dear for a new bundle, and good enough for ending the old one. */
    private void calm() {
      int dear = 100 * basket.paying() / basket.legs().size() + 2;
      Map<Instrument, List<String>> books = new LinkedHashMap<>();
      basket
          .legs()
          .forEach(leg -> books.put(leg, List.of(level(cents - 1, 10_000), level(dear, 5_000))));
      rig.pass(Duration.ofSeconds(3)).books(books);
    }

    private static String level(int cents, int shares) {
      return "0.%02d x %d".formatted(cents, shares);
    }

    private void check(ExecutionSnapshot execution) {
      assertTrue(execution.state().isClosed(), () -> name + ": " + execution + rig.transcript());
      assertEquals(Quantity.ZERO, execution.unhedged(), () -> name + ": " + execution);
      Usd realised = Usd.ofE6(execution.legs().getFirst().held().e6() * basket.paying());
      for (LegSnapshot leg : execution.legs()) {
        assertTrue(!leg.held().isGreaterThan(execution.planned()), () -> name + ": " + execution);
        realised = realised.plus(leg.received()).minus(leg.spent()).minus(leg.fees());
      }
      assertEquals(realised, execution.result().realised(), () -> name + ": " + execution);
    }
  }
}
