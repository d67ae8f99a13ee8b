package pairdesk.sandbox.wire.polymarket.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Vectors;

class WalletsTest {

  @Test
  void derivesEveryWalletOfAnOwner() {
    for (JsonNode vector : Vectors.polymarket("wallets.json")) {
      JsonNode expected = vector.get("expected");
      Wallets wallets = Wallets.of(new Address(vector.at("/input/owner").asText()));
      assertEquals(expected.get("polyProxy").asText(), wallets.proxy().toString());
      assertEquals(expected.get("safe").asText(), wallets.safe().toString());
      assertEquals(
          expected.get("depositWalletBeacon").asText(), wallets.depositWallet().toString());
      assertEquals(
          expected.get("depositWalletUups").asText(), wallets.olderDepositWallet().toString());
    }
  }

  /** Published development account; its proxy wallet as a second source gives it. */
  @Test
  void knowsTheProxyOfTheFirstDevelopmentAccount() {
    Wallets wallets = Wallets.of(new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"));
    assertEquals("0x365f0CA36Ae1f641E02fE3B7743673da42A13A70", wallets.proxy().toString());
    assertEquals(Set.of(wallets.proxy()), wallets.makers(1));
    assertEquals(Set.of(), wallets.makers(4));
  }
}
