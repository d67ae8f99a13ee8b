package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.order.Fill;
import pairdesk.engine.portfolio.Attribution;

class RestoredHistoryTest {
  @Test
  void aFillOfNoOrderOfOursStaysExternalThoughItsMarketIsInAPair() {
    Rig rig = Rig.live().bargain(100);
    Fill noOrder = rig.fill(rig.entry(rig.noLeg()), "10");
    Recovered fresh = Rig.recovered(Mode.LIVE);
    var recovered =
        new Recovered(
            fresh.controls(),
            fresh.pairs(),
            List.of(),
            List.of(),
            List.of(noOrder),
            List.of(),
            fresh.money(),
            List.of());
    var booked = new RestoredHistory(recovered).history().fills().getFirst();
    assertEquals(Attribution.EXTERNAL, booked.attribution());
  }
}
