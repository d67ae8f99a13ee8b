package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class OrderVersionTest {
  private static final String MISMATCH = "{\"error\":\"order_version_mismatch\"}";
  private static final Draft DRAFT =
      Draft.buy(Lab.RAIN.ids().yesToken(), 4_700_000, 10_000_000, "GTC");

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void refusesVersionThreeWhileTwoIsInForce() {
    assertEquals(MISMATCH, lab.order(lab.signer.body(DRAFT, 3).toString()).body());
    assertEquals(200, lab.order(lab.signer.body(DRAFT, 2).toString()).status());
  }

  @Test
  void takesVersionThreeAloneOnceItIsInForce() {
    lab.exchange.modes().setOrderVersion(3);
    assertEquals("{\"version\":3}", lab.get("/version").body());
    assertEquals(MISMATCH, lab.order(lab.signer.body(DRAFT, 2).toString()).body());
    assertEquals(200, lab.order(lab.signer.body(DRAFT, 3).toString()).status());
    Draft group = Draft.buy(Lab.GROUP.ids().yesToken(), 4_700_000, 10_000_000, "GTC").onNegRisk();
    assertEquals(200, lab.order(lab.signer.body(group, 3).toString()).status());
  }

  @Test
  void takesVersionThreeOfADepositWallet() {
    try (Lab other = new Lab(3)) {
      other.exchange.modes().setOrderVersion(3);
      assertEquals(200, other.order(other.signer.body(DRAFT, 3).toString()).status());
    }
  }
}
