package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class CancelsOnTheWireTest {
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String NO = Lab.RAIN.ids().noToken();
  private static final String GROUP = Lab.GROUP.ids().yesToken();

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void cancelsSeveralAndCountsARepeatedOneOnce() {
    String first = rest(Draft.buy(YES, 4_600_000, 10_000_000, "GTC"));
    String second = rest(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    JsonNode answer =
        cancel("/orders", "[\"%s\",\"%s\",\"%s\",\"0x12\"]".formatted(first, second, first));
    assertEquals(2, answer.get("canceled").size());
    assertEquals("order not found", answer.at("/not_canceled/0x12").asText());
  }

  @Test
  void cancelsByMarketAndByToken() {
    String yes = rest(Draft.buy(YES, 4_600_000, 10_000_000, "GTC"));
    String no = rest(Draft.buy(NO, 4_600_000, 10_000_000, "GTC"));
    String group = rest(Draft.buy(GROUP, 4_600_000, 10_000_000, "GTC").onNegRisk());
    JsonNode byToken = cancel("/cancel-market-orders", "{\"asset_id\":\"" + NO + "\"}");
    assertEquals("[\"" + no + "\"]", byToken.get("canceled").toString());
    String market = Lab.RAIN.ids().condition();
    JsonNode byMarket = cancel("/cancel-market-orders", "{\"market\":\"" + market + "\"}");
    assertEquals("[\"" + yes + "\"]", byMarket.get("canceled").toString());
    JsonNode rest = StreamClient.parse(lab.signed("DELETE", "/cancel-all").body());
    assertEquals("[\"" + group + "\"]", rest.get("canceled").toString());
  }

  @Test
  void refusesWhatNamesTooMuchOrNothing() {
    String many = "[" + String.join(",", Collections.nCopies(1_001, "\"0x12\"")) + "]";
    assertEquals(
        "{\"error\":\"Too many orders in payload, max allowed: 1000\"}",
        lab.signed("DELETE", "/orders", many).body());
    assertEquals(400, lab.signed("DELETE", "/cancel-market-orders", "{}").status());
    assertEquals(
        "{\"error\":\"Invalid orderID\"}", lab.signed("DELETE", "/order", "{\"id\":1}").body());
  }

  private String rest(Draft draft) {
    Lab.Answer answer = lab.order(lab.signer.order(draft));
    assertEquals(200, answer.status(), answer.body());
    return StreamClient.parse(answer.body()).get("orderID").asText();
  }

  private JsonNode cancel(String path, String body) {
    return StreamClient.parse(lab.signed("DELETE", path, body).body());
  }
}
