package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.signing.Address;

/** What the relayer says to those who ask wrongly, and to those who only ask. */
class RelayerOnTheWireTest {
  private final Lab lab = new Lab(3);
  private final Map<String, String> key =
      Map.of(
          "RELAYER_API_KEY",
          lab.front.relayerKey(new Address(lab.signer.owner())),
          "RELAYER_API_KEY_ADDRESS",
          lab.signer.owner());

  @AfterEach
  void close() {
    lab.close();
  }

  private String get(String path) {
    Lab.Answer answer = lab.call("GET", path, "", key);
    assertEquals(200, answer.status(), answer.body());
    return answer.body();
  }

  private static void refused(int status, String text, Lab.Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("{\"error\":\"" + text + "\"}", answer.body());
  }

  @Test
  void tellsNumbersAndWallets() {
    String owner = lab.signer.owner();
    assertEquals("{\"nonce\":\"0\"}", get("/v1/account/transactions/params?type=WALLET"));
    assertEquals("{\"nonce\":\"0\"}", get("/nonce?type=SAFE&address=" + owner));
    assertEquals(
        "{\"address\":\"0xae700edfd9ab986395f3999fe11177b9903a52f1\",\"nonce\":\"0\"}",
        get("/relay-payload?type=PROXY&address=" + owner));
    assertEquals("{\"deployed\":true}", get("/deployed?type=WALLET&address=" + lab.signer.maker()));
    assertEquals("{\"deployed\":false}", get("/deployed?address=" + owner));
    String submitted = get("/transactions");
    assertEquals("[]", submitted);
  }

  @Test
  void refusesWhoeverHasNoKey() {
    refused(401, "invalid authorization", lab.call("POST", "/submit", "{}", Map.of()));
    var stolen =
        Map.of(
            "RELAYER_API_KEY",
            String.valueOf(key.get("RELAYER_API_KEY")),
            "RELAYER_API_KEY_ADDRESS",
            "0x" + "1".repeat(40));
    refused(401, "invalid authorization", lab.call("POST", "/submit", "{}", stolen));
    refused(401, "invalid authorization", lab.get("/transactions"));
  }

  @Test
  void refusesWhatIsNoRequest() {
    String payload = "invalid transaction request payload";
    refused(400, payload, lab.call("POST", "/submit", "{", key));
    refused(400, payload, lab.call("POST", "/submit", "{\"type\":\"SAFE\"}", key));
    refused(400, payload, lab.call("POST", "/submit", "{\"type\":\"WALLET-CREATE\"}", key));
    refused(404, "transaction not found", lab.get("/transaction?id=7"));
    refused(400, "invalid id", lab.get("/transaction"));
    refused(400, "invalid address", lab.get("/nonce?type=SAFE&address=me"));
    refused(400, "invalid type", lab.get("/nonce?address=" + lab.signer.owner()));
  }
}
