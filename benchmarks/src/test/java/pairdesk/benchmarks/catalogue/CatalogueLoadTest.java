package pairdesk.benchmarks.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.polymarket.Polymarket;

class CatalogueLoadTest {
  private static final int MARKETS = 2_500;

  @Test
  void readsEveryMarketOfEveryPage() throws IOException, InterruptedException {
    try (CatalogueServer server = CatalogueLoad.server(MARKETS);
        Kalshi kalshi = CatalogueLoad.kalshi(server);
        Polymarket polymarket = CatalogueLoad.polymarket(server)) {
      assertEquals(2, CatalogueLoad.read(kalshi.catalog(), server, MARKETS).pages());
      assertEquals(3, CatalogueLoad.read(polymarket.catalog(), server, MARKETS).pages());
    }
  }
}
