package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Secret;

class PolymarketSignerTest {
  @Test
  void refusesAWalletThatIsNotTheKeys() {
    var account =
        new PolymarketSettings.Account(
            Secret.of("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"),
            SignatureType.POLY_PROXY,
            "0x8ac5D4Bd2752AFc9F5CA531f19D617647216B893",
            null,
            137);
    assertThrows(IllegalArgumentException.class, () -> new PolymarketSigner(account));
  }
}
