package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;

/** A bundle that is larger than what one trade may cost. */
class ShrunkBundleTest {
  @Test
  void isBoughtAtThePricesOfItsOwnSize() {
    Rig rig =
        Rig.live().books("0.59 x 5000", "0.60 x 1100, 0.61 x 900", "0.33 x 5000", "0.34 x 5000");
    assertEquals(2, rig.intents().size(), rig::transcript);
    OrderIntent yes = rig.entry(rig.yesLeg());
    assertEquals(Price.ofCents(60), yes.terms().limit());
    assertTrue(yes.terms().quantity().isLessThan(Quantity.ofShares(1_100)));
    assertEquals(yes.terms().quantity(), rig.entry(rig.noLeg()).terms().quantity());
    assertEquals(yes.terms().quantity(), rig.execution().planned());
  }
}
