package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.PolymarketWire.Maker;
import pairdesk.venues.polymarket.PolymarketWire.Taker;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

/**
 * Trades told by stream and by list, several times, in any order, with makers that one of the two
 * leaves out: each share is counted once.
 */
class FillDeliveriesTest {
  private static final Instant AT = Instant.ofEpochSecond(1_795_132_800);
  private static final List<String> LIFE = List.of("MATCHED", "MINED", "RETRYING", "CONFIRMED");

  private final Transport transport = new Transport();
  private final PolymarketFills fills = PolymarketFillsTest.fills(transport);

  @AfterEach
  void close() {
    transport.close();
  }

  @RepeatedTest(200)
  @Tag("fault:T14")
  void countsEveryShareOnce() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var wanted = new HashMap<String, Quantity>();
    var deliveries = new ArrayList<WireTrade>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      WireTrade trade = trade("trade-" + i, random);
      ours(trade).forEach((order, size) -> wanted.merge(order, size, Quantity::plus));
      for (int told = 0; told <= random.nextInt(5); told++) {
        deliveries.add(told(trade, told == 0, random));
      }
    }
    Collections.shuffle(deliveries, random);
    var booked = new HashMap<Fill.Key, Fill>();
    for (WireTrade delivery : deliveries) {
      fills.of(delivery).forEach(fill -> booked.putIfAbsent(fill.key(), fill));
    }
    var counted = new HashMap<String, Quantity>();
    booked.values().forEach(f -> counted.merge(f.key().venueOrder(), f.quantity(), Quantity::plus));
    assertEquals(wanted, counted, () -> "seed " + seed + " of " + deliveries);
  }

  private static WireTrade trade(String id, Random random) {
    boolean weTook = random.nextBoolean();
    var makers = new ArrayList<Maker>();
    Quantity sum = Quantity.ZERO;
    for (int i = 0; i <= random.nextInt(4); i++) {
      Quantity size = Quantity.ofE6(10_000L * (1 + random.nextInt(5_000)));
      boolean ours = !weTook && (i == 0 || random.nextBoolean());
      String owner = ours ? PolymarketFillsTest.OWNER : "another";
      String token = random.nextBoolean() ? Markets.YES : Markets.NO;
      Price price = Price.ofCents(40 + random.nextInt(20));
      makers.add(new Maker((ours ? "our" : "their") + i, owner, "0x1", token, null, size, price));
      sum = sum.plus(size);
    }
    var taker = new Taker("our-taker", Markets.YES, Side.BUY, sum, Price.ofCents(60));
    return new WireTrade(id, "MATCHED", weTook, Markets.CONDITION, taker, makers, AT);
  }

  private static Map<String, Quantity> ours(WireTrade trade) {
    if (trade.weTook()) {
      return Map.of(trade.taker().orderId(), trade.taker().size());
    }
    var ours = new HashMap<String, Quantity>();
    trade.makers().stream()
        .filter(maker -> maker.owner().equals(PolymarketFillsTest.OWNER))
        .forEach(maker -> ours.merge(maker.orderId(), maker.matched(), Quantity::plus));
    return ours;
  }

  /** One message about the trade; of another's makers all but the first message may lack some. */
  private static WireTrade told(WireTrade trade, boolean whole, Random random) {
    var makers = new ArrayList<>(trade.makers());
    Collections.shuffle(makers, random);
    if (!whole) {
      makers.removeIf(maker -> maker.owner().equals("another") && random.nextBoolean());
    }
    String status = LIFE.get(random.nextInt(LIFE.size()));
    return new WireTrade(
        trade.id(), status, trade.weTook(), trade.market(), trade.taker(), makers, trade.at());
  }
}
