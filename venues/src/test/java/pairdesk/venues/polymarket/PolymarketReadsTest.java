package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.PolymarketData.HeldToken;
import pairdesk.venues.polymarket.PolymarketData.Redeemed;
import pairdesk.venues.polymarket.PolymarketRewards.Earning;
import pairdesk.venues.polymarket.PolymarketRewards.MarketReward;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

/** What the venue tells of rewards, notices and wallets, by the texts of its documentation. */
class PolymarketReadsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-19");

  private final MockWebServer server = new MockWebServer();
  private final Transport transport = new Transport();
  private PolymarketRest rest;
  private PolymarketLink link;

  @BeforeEach
  void start() throws IOException {
    server.start();
    URI here = URI.create("http://127.0.0.1:" + server.getPort());
    var account =
        new PolymarketSettings.Account(
            Secret.of("46".repeat(32)),
            SignatureType.EOA,
            null,
            new ApiCredentials("k", Secret.of("AAEC"), Secret.of("p")),
            137);
    var settings =
        new PolymarketSettings(
            new Endpoints(here, here, here, here, here), account, Limits.DEFAULT);
    var chance = new Chance(InstantSource.system(), new Random(1));
    var signer = new PolymarketSigner(account);
    rest = new PolymarketRest(transport, settings, chance);
    link =
        new PolymarketLink(
            transport,
            settings,
            signer,
            PolymarketAccess.of(transport, settings, signer, chance),
            chance);
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  @Test
  void readsWhatMarketsPayPageByPage() {
    answer(
        """
        {"limit":500,"count":1,"next_cursor":"NTAw","data":[{"condition_id":"%s",
         "rewards_max_spread":4.5,"rewards_min_size":200,"rewards_config":[
          {"id":1,"asset_address":"0x1","start_date":"2026-11-01","rate_per_day":12.5},
          {"id":2,"asset_address":"0x1","start_date":"2026-11-01","rate_per_day":0.1}]}]}\
        """
            .formatted(Markets.CONDITION));
    answer(
        """
        {"next_cursor":"LTE=","data":[{"condition_id":"%s","rewards_max_spread":3,
         "rewards_min_size":20,"rewards_config":[],"total_daily_rate":5.123456789}]}\
        """
            .formatted(Markets.CONDITION));
    MarketId market = MarketId.polymarket(Markets.CONDITION);
    assertEquals(
        List.of(
            new MarketReward(market, 450, Quantity.ofShares(200), Usd.parse("12.6")),
            new MarketReward(market, 300, Quantity.ofShares(20), Usd.parse("5.123456"))),
        rewards().current());
  }

  /** An address names so many markets that it stays short of what servers take. */
  @Test
  void asksForManyMarketsInPieces() throws InterruptedException {
    List<MarketId> ids =
        IntStream.range(0, 30).mapToObj(i -> MarketId.polymarket("0x%064x".formatted(i))).toList();
    for (int answers = 0; answers < 4; answers++) {
      answer("{\"markets\":[]}");
    }
    assertEquals(List.of(), new PolymarketCatalog(rest, new KnownMarkets(), false).read(ids));
    var asked = new ArrayList<String>();
    for (int request = 0; request < 4; request++) {
      HttpUrl url = server.takeRequest().getUrl();
      asked.addAll(url.queryParameterValues("condition_ids"));
      assertEquals(
          List.of(String.valueOf(request >= 2), request % 2 == 0 ? "25" : "5"),
          List.of(url.queryParameter("closed"), url.queryParameter("limit")));
    }
    List<String> codes = ids.stream().map(MarketId::code).toList();
    assertEquals(codes, asked.subList(0, 30));
    assertEquals(codes, asked.subList(30, 60));
  }

  @Test
  void readsWhatWeEarnedAndWhatScores() {
    answer(
        """
        {"next_cursor":"LTE=","data":[{"date":"2026-11-19T00:00:00Z","condition_id":"%s",
         "asset_address":"0x1","maker_address":"0x2","earnings":0.2375195,"asset_rate":1}]}\
        """
            .formatted(Markets.CONDITION));
    answer("[{\"earnings\":1.5,\"asset_rate\":1},{\"earnings\":0.25,\"asset_rate\":1}]");
    answer("{\"0xa\":true,\"0xb\":false}");
    answer("[{\"rebated_fees_usdc\":\"0.237519\"}]");
    MarketId market = MarketId.polymarket(Markets.CONDITION);
    assertEquals(List.of(new Earning(DAY, market, Usd.parse("0.237519"))), rewards().earned(DAY));
    assertEquals(Usd.parse("1.75"), rewards().earnedInAll(DAY));
    assertEquals(
        Map.of("0xa", true, "0xb", false, "0xc", false),
        rewards().areScoring(List.of("0xa", "0xb", "0xc")));
    assertEquals(Usd.parse("0.237519"), rewards().rebated(DAY));
  }

  @Test
  void readsAndDropsNotices() {
    answer("[{\"id\":7,\"owner\":\"k\",\"type\":2,\"payload\":{},\"timestamp\":1}]");
    answer("\"OK\"");
    server.enqueue(new MockResponse.Builder().code(400).build());
    var notices = new PolymarketNotices(link, Duration.ofSeconds(2));
    assertEquals(List.of(new PolymarketNotices.Notice(7, 2)), notices.unread());
    assertTrue(notices.drop(List.of(7L)));
    assertFalse(notices.drop(List.of(7L)));
  }

  @Test
  @Tag("fault:G6")
  void asksTheSecondDataApiOnceTheFirstIsGone() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().code(404).build());
    answer(
        """
        {"data":[{"token_id":"11","condition_id":"0xc"}],"pagination":{"next_cursor":"abc"}}\
        """);
    answer(
        "{\"data\":[{\"token_id\":\"12\",\"condition_id\":\"0xd\"}],\"pagination\":{\"next_cursor\":null}}");
    answer(
        """
        {"data":[{"token_id":"13","condition_id":"0xe","status":"REDEEMABLE"}],
         "pagination":{"next_cursor":null}}\
        """);
    answer("{\"data\":[],\"pagination\":{\"next_cursor\":null}}");
    answer(
        """
        {"data":[{"type":"REDEEM","condition_id":"0xc","usdc_size":2.5,"timestamp":1795132800}],
         "pagination":{"next_cursor":null}}\
        """);
    var data = new PolymarketData(rest);
    assertEquals(
        List.of(
            new HeldToken("11", "0xc", false),
            new HeldToken("12", "0xd", false),
            new HeldToken("13", "0xe", true)),
        data.held("0xw"));
    assertEquals(
        List.of(new Redeemed("0xc", Usd.parse("2.5"), Instant.ofEpochSecond(1_795_132_800))),
        data.redeemed("0xw", Instant.EPOCH));
    assertEquals("/positions", server.takeRequest().getUrl().encodedPath());
    assertEquals("/v2/positions", server.takeRequest().getUrl().encodedPath());
    assertEquals("abc", server.takeRequest().getUrl().queryParameter("cursor"));
    assertEquals("REDEEMABLE", server.takeRequest().getUrl().queryParameter("status"));
    assertEquals("REDEEMABLE_LOST", server.takeRequest().getUrl().queryParameter("status"));
    assertEquals("/v2/activity", server.takeRequest().getUrl().encodedPath());
  }

  @Test
  void readsTheFirstDataApiWhileItIsThere() {
    answer("[{\"asset\":\"11\",\"conditionId\":\"0xc\",\"size\":5}]");
    assertEquals(List.of(new HeldToken("11", "0xc", false)), new PolymarketData(rest).held("0xw"));
  }

  private PolymarketRewards rewards() {
    return new PolymarketRewards(rest, link);
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }
}
