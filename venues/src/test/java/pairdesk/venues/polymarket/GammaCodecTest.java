package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

class GammaCodecTest {

  @Test
  void readsEveryOpenMarketOfARecordedPage() {
    List<Market> markets =
        Fields.parseList(SharedFiles.recorded("gamma/markets_2026-06-21.json")).stream()
            .map(market -> GammaCodec.market(market, GammaCodec.eventOf(market)))
            .toList();
    assertEquals(5, markets.size());
    Market first = markets.getFirst();
    assertEquals("new-rhianna-album-before-gta-vi-926", first.listing().names().slug());
    assertEquals(MarketStatus.OPEN, first.life().status());
    assertEquals(PriceGrid.uniform(100), first.terms().grid());
    assertEquals(Quantity.ofShares(5), first.terms().minimumSize());
    assertEquals(new FeeSchedule.TakerCurve(Ratio.ofBps(500), 1), first.terms().fees());
    assertEquals("$13563.97", String.valueOf(first.life().liquidity()));
  }

  /** One of them is announced only: it has no condition yet. */
  @Test
  void readsRecordedEventsWithTheirClosedMarkets() {
    List<Market> markets =
        Fields.parseList(SharedFiles.recorded("gamma/events_2026-07-25.json")).stream()
            .flatMap(e ->
                e.list("markets").stream()
                    .filter(m -> !m.text("conditionId").isEmpty())
                    .map(m -> GammaCodec.market(m, e)))
            .toList();
    assertEquals(7, markets.size());
    assertEquals(MarketStatus.SETTLED, markets.getFirst().life().status());
    assertTrue(markets.stream().noneMatch(m -> m.listing().texts().eventTitle().isEmpty()));
  }

  @Test
  @Tag("fault:V4")
  void aMarketThatIsClosedIsNotOpenThoughItAcceptsOrders() {
    Fields market =
        Fields.parse(SharedFiles.recorded("gamma/market_closed_binary_accepting_true.json"));
    Market read = GammaCodec.market(market, null);
    assertEquals(MarketStatus.CLOSED, read.life().status());
    assertEquals(Instant.parse("2027-12-31T00:00:00Z"), read.life().close());
  }

  @Test
  @Tag("fault:V6")
  void callsTheFirstOfTwoNamesYes() {
    Fields market =
        Fields.parse(SharedFiles.recorded("gamma/market_sports_market_money_line.json"));
    Market read = GammaCodec.market(market, GammaCodec.eventOf(market));
    assertEquals("FaZe", read.listing().names().yesLabel());
    assertEquals("illwill", read.listing().names().noLabel());
    assertEquals(
        "89972346417086440659189114668296975440208562769200022591480064439842896371398",
        read.address().yesCode());
  }

  @Test
  @Tag("fault:R22")
  void failsByNameWhereARequiredFieldIsMissing() {
    String listed = listing().replace("\"orderMinSize\"", "\"minSize\"");
    var failure =
        assertThrows(VenueException.class, () -> GammaCodec.market(Fields.parse(listed), null));
    assertTrue(String.valueOf(failure.getMessage()).contains("orderMinSize"));
  }

  @Test
  @Tag("fault:R20")
  void refusesMarketsOfTheSecondProtocol() {
    String listed = listing().replace("{\"id\"", "{\"version\":\"v2\",\"id\"");
    assertThrows(VenueException.class, () -> GammaCodec.market(Fields.parse(listed), null));
  }

  @Test
  void neverTradesAScheduleThatItDoesNotKnow() {
    Market market =
        GammaCodec.market(
            Fields.parse(listing().replace("\"takerOnly\":true", "\"takerOnly\":false")), null);
    assertEquals(new FeeSchedule.Unknown("sports_fees_v2"), market.terms().fees());
  }

  @Test
  @Tag("fault:V5")
  void leavesGroupsThatCanGrowUngrouped() {
    Fields market = Fields.parse(listing());
    assertEquals("0xgroup", GammaCodec.market(market, null).address().group());
    assertEquals(
        "",
        GammaCodec.market(market, Fields.parse("{\"negRiskAugmented\":true}")).address().group());
  }

  @Test
  @Tag("fault:M11")
  void valuesAHalfAndHalfResolution() {
    String resolved =
        "{\"closed\":true,\"umaResolutionStatus\":\"resolved\",\"outcomePrices\":\"%s\"}";
    assertEquals(Optional.of(10_000), value(resolved, "[\\\"1\\\",\\\"0\\\"]"));
    assertEquals(Optional.of(5_000), value(resolved, "[\\\"0.5\\\",\\\"0.5\\\"]"));
    assertEquals(Optional.of(5_000), value(resolved, "[\\\"0\\\",\\\"0\\\"]"));
    assertEquals(
        Optional.empty(),
        GammaCodec.resolvedValueE4(Fields.parse("{\"closed\":false,\"active\":true}")));
  }

  private static Optional<Integer> value(String template, String prices) {
    return GammaCodec.resolvedValueE4(Fields.parse(template.formatted(prices)));
  }

  private static String listing() {
    return """
    {"id":"1","question":"Will it?","conditionId":"%s","slug":"will-it","closed":false,
    "active":true,"acceptingOrders":true,"enableOrderBook":true,"outcomes":"[\\"Yes\\", \\"No\\"]",
    "clobTokenIds":"[\\"11\\", \\"12\\"]","orderPriceMinTickSize":0.001,"orderMinSize":5,
    "negRisk":true,"negRiskMarketID":"0xgroup","feesEnabled":true,"feeType":"sports_fees_v2",
    "feeSchedule":{"exponent":1,"rate":0.05,"takerOnly":true,"rebateRate":0.15}}
    """
        .formatted(Markets.CONDITION)
        .replace("\n", "");
  }
}
