package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.StreamRecorder;

class KalshiWarmthTest {
  @Test
  void anOrderLeavesOnAConnectionThatIsOpenAlready() {
    try (var venue = new FakeKalshi();
        var kalshi = venue.client()) {
      venue.on("GET /exchange/status", "{\"exchange_active\":true,\"trading_active\":true}");
      kalshi.accountFeed().start(new StreamRecorder());
      Await.until("warm", () -> venue.to("GET /exchange/status").size() >= 4);
      var intent = Samples.intent(RAIN.yes(), Side.BUY, "0.40", TimeInForce.IOC);
      var prepared = kalshi.orders().prepare(intent, Samples.market(RAIN));
      kalshi.orders().submit(prepared, Duration.ofSeconds(2));
      var order = venue.to("POST /portfolio/events/orders").getFirst();
      assertTrue(order.getExchangeIndex() > 0, "the first on its connection");
    }
  }
}
