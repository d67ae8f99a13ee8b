package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.SignatureType;

/** What is set, and what a person is told where something is missing. */
class RedemptionSettingsTest {
  private static final String PRIVATE_KEY = "4c0883a6".repeat(8);

  private static PolymarketSettings.Account account(SignatureType type) {
    return new PolymarketSettings.Account(Secret.of(PRIVATE_KEY), type, null, null, 137);
  }

  private static Settings.Redemption read(SignatureType type, Map<String, String> variables) {
    var environment = new Environment(Variables.of(variables));
    Settings.Redemption read = new RedemptionSettings(environment).read(Optional.of(account(type)));
    assertEquals(List.of(), environment.problems());
    return read;
  }

  @Test
  void aWalletNeedsAKeyOfTheRelayer() {
    assertEquals(
        "neither POLYMARKET_RELAYER_API_KEY nor POLYMARKET_BUILDER_API_KEY is set",
        read(SignatureType.POLY_1271, Map.of()).byHand());
    Settings.Redemption set =
        read(SignatureType.POLY_1271, Map.of("POLYMARKET_RELAYER_API_KEY", "secret-of-ours"));
    assertEquals("", set.byHand());
    assertFalse(set.toString().contains("secret-of-ours"));
  }

  @Test
  void aKeyOfTheBuilderProgramDoesAsWellAndMustBeWhole() {
    var key = new HashMap<String, String>();
    key.put("POLYMARKET_BUILDER_API_KEY", "id");
    key.put("POLYMARKET_BUILDER_SECRET", "AAEC");
    key.put("POLYMARKET_BUILDER_PASSPHRASE", "pass");
    assertEquals("", read(SignatureType.POLY_PROXY, key).byHand());
    key.remove("POLYMARKET_BUILDER_SECRET");
    var environment = new Environment(Variables.of(key));
    new RedemptionSettings(environment).read(Optional.of(account(SignatureType.POLY_PROXY)));
    String problem = environment.problems().getFirst();
    assertTrue(problem.startsWith("POLYMARKET_BUILDER_API_KEY: "), problem);
  }

  @Test
  void aKeyThatHoldsTheMoneyNeedsANodeWhoseAddressIsNeverShown() {
    assertEquals("POLYGON_NODE_URL is not set", read(SignatureType.EOA, Map.of()).byHand());
    Settings.Redemption set =
        read(SignatureType.EOA, Map.of("POLYGON_NODE_URL", "https://node.example/v2/hidden"));
    assertEquals("", set.byHand());
    assertFalse(set.toString().contains("hidden"));
  }

  @Test
  void offIsSaid() {
    assertEquals(
        "POLYMARKET_REDEEM is off",
        read(SignatureType.POLY_1271, Map.of("POLYMARKET_REDEEM", "off")).byHand());
  }
}
