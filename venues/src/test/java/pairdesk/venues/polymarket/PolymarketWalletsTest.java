package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolymarketWalletsTest {

  @Test
  void derivesEveryWalletOfTheVectors() {
    List<JsonNode> vectors = SharedFiles.vectors("wallets");
    assertFalse(vectors.isEmpty());
    for (JsonNode vector : vectors) {
      String owner = vector.get("input").get("owner").asText();
      JsonNode wanted = vector.get("expected");
      assertEquals(wanted.get("polyProxy").asText(), PolymarketWallets.proxy(owner));
      assertEquals(wanted.get("safe").asText(), PolymarketWallets.safe(owner));
      assertEquals(
          wanted.get("depositWalletUups").asText(), PolymarketWallets.olderDepositWallet(owner));
      assertEquals(
          wanted.get("depositWalletBeacon").asText(), PolymarketWallets.depositWallet(owner));
    }
    System.out.println("wallets.json: " + vectors.size() + " cases");
  }

  @Test
  void derivesTheWalletsThatTheRelayerKnows() {
    int checked = 0;
    for (JsonNode vector : SharedFiles.vectors("relayer-requests")) {
      JsonNode request = vector.get("expected").get("request");
      if (!request.has("proxyWallet")) {
        continue;
      }
      String owner = request.get("from").asText();
      String wallet =
          request.get("type").asText().equals("PROXY")
              ? PolymarketWallets.proxy(owner)
              : PolymarketWallets.safe(owner);
      assertEquals(request.get("proxyWallet").asText(), wallet, vector.get("id").asText());
      checked++;
    }
    assertFalse(checked == 0);
  }
}
