package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class GammaTest {
  private static final String FIRST = Lab.RAIN.ids().id();
  private static final String SECOND = Lab.GROUP.ids().id();
  private static final String THIRD = Lab.COIN.ids().id();

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void sortsByTheNamesAskedFor() {
    buy(Lab.GROUP.ids().yesToken(), 20);
    buy(Lab.RAIN.ids().yesToken(), 10);
    assertEquals(List.of(SECOND, FIRST, THIRD), ids("/markets?order=volumeNum,id"));
    assertEquals(List.of(THIRD, FIRST, SECOND), ids("/markets?order=volumeNum&ascending=true"));
    assertEquals(List.of("902", "901", "903"), ids("/events?order=volume,id"));
    assertEquals(422, lab.get("/gamma/markets?order=luck").status());
  }

  @Test
  void narrowsByAmountsDatesAndTags() {
    buy(Lab.GROUP.ids().yesToken(), 20);
    assertEquals(List.of(SECOND), ids("/markets?volume_num_min=20"));
    assertEquals(List.of(FIRST, THIRD), ids("/markets?volume_num_max=19.5"));
    assertEquals(3, ids("/markets?end_date_min=2098-12-31").size());
    assertEquals(0, ids("/markets?end_date_max=2098-12-31T00:00:00Z").size());
    assertEquals(422, lab.get("/gamma/markets?end_date_max=soon").status());
    String tag = get("/tags/slug/weather").get("id").asText();
    assertEquals(3, ids("/events?tag_id=" + tag).size());
    assertEquals(0, ids("/events?exclude_tag_id=" + tag).size());
    assertEquals("Weather", get("/tags/" + tag).get("label").asText());
    assertEquals(404, lab.get("/gamma/tags/slug/sports").status());
  }

  @Test
  void tellsTheFeeScheduleOfEachMarket() {
    assertEquals(
        "{\"exponent\":1,\"rate\":0.05,\"takerOnly\":true,\"rebateRate\":0.25}",
        get("/markets/" + FIRST).get("feeSchedule").toString());
    assertEquals("0.2", get("/markets/" + THIRD).at("/feeSchedule/rebateRate").asText());
    assertEquals("crypto_fees_v2", get("/markets/" + THIRD).get("feeType").asText());
  }

  @Test
  void tellsTheDelayOfTakersWhereThereIsOne() {
    assertEquals(false, get("/markets/" + FIRST).has("secondsDelay"));
    lab.exchange.modes().delayTakers(Lab.RAIN.id(), Duration.ofSeconds(3));
    assertEquals(3, get("/markets/" + FIRST).get("secondsDelay").asInt());
  }

  @Test
  void tellsHowAnAnswerWasProposed() {
    assertEquals("[]", get("/markets/" + FIRST).get("umaResolutionStatuses").asText());
    lab.exchange.resolve(Lab.RAIN.id(), Price.ZERO);
    JsonNode market = get("/markets/" + FIRST);
    assertEquals("[\"proposed\"]", market.get("umaResolutionStatuses").asText());
    assertEquals("resolved", market.get("umaResolutionStatus").asText());
    assertEquals("[\"0\",\"1\"]", market.get("outcomePrices").asText());
  }

  private void buy(String token, int shares) {
    long e6 = shares * 1_000_000L;
    Draft draft = Draft.buy(token, e6 / 2, e6, "FAK");
    boolean inGroup = token.equals(Lab.GROUP.ids().yesToken());
    assertEquals(200, lab.order(lab.signer.order(inGroup ? draft.onNegRisk() : draft)).status());
  }

  private JsonNode get(String path) {
    return StreamClient.parse(lab.get("/gamma" + path).body());
  }

  private List<String> ids(String path) {
    return get(path).valueStream().map(element -> element.get("id").asText()).toList();
  }
}
