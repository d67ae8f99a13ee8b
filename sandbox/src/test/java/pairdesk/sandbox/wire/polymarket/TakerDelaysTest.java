package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class TakerDelaysTest {
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String COIN = Lab.COIN.ids().yesToken();
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void answersDelayedAndMatchesAfterTheSecondsOfTheMarket() {
    delayTakers();
    JsonNode placed = post(Draft.buy(YES, 5_000_000, 10_000_000, "FAK"));
    assertEquals("delayed", placed.get("status").asText());
    assertEquals("", placed.get("makingAmount").asText());
    assertEquals("[]", placed.get("tradeIDs").toString());
    String id = placed.get("orderID").asText();
    assertEquals("LIVE", order(id).get("status").asText());

    lab.clock.shift(LONG);
    assertEquals("MATCHED", order(id).get("status").asText());
    assertEquals("10", order(id).get("size_matched").asText());
  }

  @Test
  void cancelsNothingThatIsDelayedAndReservesWhatItNeeds() {
    delayTakers();
    String id = post(Draft.buy(YES, 600_000_000, 1_200_000_000, "GTC")).get("orderID").asText();
    JsonNode one = json(lab.signed("DELETE", "/order", "{\"orderID\":\"" + id + "\"}"));
    assertEquals("order is delayed", one.at("/not_canceled").get(id).asText());
    assertEquals(0, json(lab.signed("DELETE", "/cancel-all")).get("canceled").size());
    assertEquals(
        "{\"error\":\"not enough balance / allowance\"}",
        lab.order(lab.signer.order(Draft.buy(YES, 470_000_000, 1_000_000_000, "GTC"))).body());
  }

  @Test
  void killsAfterTheDelayWhatCannotBeFilledAnyMore() {
    delayTakers();
    String id = post(Draft.buy(YES, 5_000_000, 10_000_000, "FOK")).get("orderID").asText();
    lab.exchange.quote(Lab.RAIN.id(), List.of(Lab.level(48)), List.of(Lab.level(60)));
    lab.clock.shift(LONG);
    assertEquals("CANCELED", order(id).get("status").asText());
    assertEquals("0", order(id).get("size_matched").asText());
  }

  @Test
  void delaysNobodyWhoWouldRest() {
    delayTakers();
    assertEquals("live", post(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")).get("status").asText());
  }

  @Test
  void holdsTheRequestOfATakerInACryptoMarket() {
    JsonNode compact = json(lab.get("/clob-markets/" + Lab.COIN.ids().condition()));
    assertTrue(compact.get("itode").asBoolean());
    assertEquals(
        "matched", post(Draft.buy(COIN, 5_000_000, 10_000_000, "FAK")).get("status").asText());
    Lab.Answer killed =
        lab.order(lab.signer.order(Draft.buy(COIN, 250_000_000, 500_000_000, "FOK")));
    assertEquals(
        "{\"error\":\"order couldn't be fully filled. FOK orders are fully filled or killed.\"}",
        killed.body());
  }

  private void delayTakers() {
    lab.exchange.modes().delayTakers(Lab.RAIN.id(), LONG);
    JsonNode market = json(lab.get("/markets/" + Lab.RAIN.ids().condition()));
    assertEquals(LONG.toSeconds(), market.get("seconds_delay").asLong());
  }

  private JsonNode post(Draft draft) {
    Lab.Answer answer = lab.order(lab.signer.order(draft));
    assertEquals(200, answer.status(), answer.body());
    return json(answer);
  }

  private JsonNode order(String id) {
    return json(lab.signed("GET", "/data/order/" + id));
  }

  private static JsonNode json(Lab.Answer answer) {
    return StreamClient.parse(answer.body());
  }
}
