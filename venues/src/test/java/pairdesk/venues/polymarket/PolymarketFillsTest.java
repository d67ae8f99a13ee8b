package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.Maker;
import pairdesk.venues.polymarket.PolymarketWire.Taker;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

class PolymarketFillsTest {
  static final String OWNER = "our-key";
  private static final String WALLET = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
  private static final Instant AT = Instant.ofEpochSecond(1_795_132_800);

  private final Transport transport = new Transport();
  private final PolymarketFills fills = fills(transport);

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  @Tag("fault:M5")
  void averagesWhatWeTookAtSeveralPricesAndKeepsTheMoneyExact() {
    WireTrade trade =
        took(
            maker("m1", Markets.YES, Side.SELL, "10", "0.51"),
            maker("m2", Markets.NO, Side.BUY, "5", "0.48"),
            maker("m3", Markets.YES, Side.SELL, "5", "0.51"));
    // 15 at 0.51 and 5 at 0.52 are $10.25, fees 0.18742 and 0.06240
    assertEquals(List.of(fill("t", "ours", "20", "0.5125", "0.24982")), fills.of(trade));
  }

  @Test
  void booksWithTheFeeWhatTheAverageLeavesOut() {
    WireTrade trade =
        took(
            maker("m1", Markets.YES, Side.SELL, "7", "0.51"),
            maker("m2", Markets.YES, Side.SELL, "13", "0.5133"));
    // $10.2429; 20 at 0.5121 are $10.242, so $0.0009 go with the fees 0.08746 and 0.16238
    assertEquals(List.of(fill("t", "ours", "20", "0.5121", "0.25074")), fills.of(trade));
  }

  @Test
  void trustsTheTradeWhereTheMakersDoNotAddUp() {
    assertEquals(
        List.of(fill("t", "ours", "20", "0.52", "0.24960")),
        fills.of(took(maker("m1", Markets.YES, Side.SELL, "3", "0.51"))));
  }

  @Test
  @Tag("fault:W17")
  void booksAMakersFillFromOurOwnEntry() {
    WireTrade trade =
        made(
            maker("other", Markets.YES, Side.SELL, "10", "0.518"),
            new Maker(
                "ours", OWNER, "", Markets.NO, Side.BUY, Quantity.ofShares(10), price("0.482")));
    Fill fill = fills.of(trade).getFirst();
    assertEquals(1, fills.of(trade).size());
    assertEquals(Markets.market().id().no(), fill.instrument());
    assertEquals(Side.BUY, fill.side());
    assertEquals(price("0.482"), fill.price());
    assertEquals(Usd.ZERO, fill.fee());
    assertEquals(new Fill.Key("polymarket", "t", "ours"), fill.key());
  }

  @Test
  @Tag("fault:W18")
  void oneTradeFillsSeveralOrdersOfOurs() {
    WireTrade trade =
        made(
            new Maker("a", OWNER, "", Markets.YES, null, Quantity.ofShares(1), price("0.5")),
            new Maker(
                "b",
                "",
                WALLET.toLowerCase(java.util.Locale.ROOT),
                Markets.NO,
                null,
                Quantity.ofShares(2),
                price("0.5")));
    assertEquals(
        List.of("a", "b"), fills.of(trade).stream().map(f -> f.key().venueOrder()).toList());
    assertEquals(List.of(Side.SELL, Side.BUY), fills.of(trade).stream().map(Fill::side).toList());
  }

  @Test
  @Tag("fault:W19")
  void refusesATradeThatHasNoEntryOfOurs() {
    assertThrows(
        VenueException.class,
        () -> fills.of(made(maker("other", Markets.YES, Side.SELL, "10", "0.5"))));
  }

  @Test
  void onlyTwoStatusesAreTheLast() {
    assertEquals(FillStatus.PROVISIONAL, PolymarketFills.status("MATCHED"));
    assertEquals(FillStatus.PROVISIONAL, PolymarketFills.status("MINED"));
    assertEquals(FillStatus.PROVISIONAL, PolymarketFills.status("RETRYING"));
    assertEquals(FillStatus.FINAL, PolymarketFills.status("CONFIRMED"));
    assertEquals(FillStatus.VOIDED, PolymarketFills.status("FAILED"));
    assertThrows(VenueException.class, () -> PolymarketFills.status("SETTLING"));
  }

  @Test
  void readsRecordedTrades() {
    WireTrade trade =
        PolymarketCodec.trade(Fields.parse(SharedFiles.recorded("ws/user_trade3_2024.json")));
    assertEquals("CONFIRMED", trade.status());
    assertEquals(Quantity.ofShares(5), trade.makers().getFirst().matched());
    WireTrade older =
        PolymarketCodec.trade(Fields.parse(SharedFiles.recorded("ws/user_trade1_2024.json")));
    assertEquals(6, older.makers().size());
    assertEquals(Instant.ofEpochSecond(1_725_868_859), older.at());
  }

  private static WireTrade took(Maker... makers) {
    return trade(true, makers);
  }

  private static WireTrade made(Maker... makers) {
    return trade(false, makers);
  }

  private static WireTrade trade(boolean weTook, Maker... makers) {
    var taker = new Taker("ours", Markets.YES, Side.BUY, Quantity.ofShares(20), price("0.52"));
    return new WireTrade("t", "MATCHED", weTook, Markets.CONDITION, taker, List.of(makers), AT);
  }

  private static Maker maker(
      String order, String token, @Nullable Side side, String size, String price) {
    return new Maker(order, "x", "0x1", token, side, Quantity.parse(size), price(price));
  }

  private static Fill fill(String trade, String order, String size, String price, String fee) {
    return new Fill(
        new Fill.Key("polymarket", trade, order),
        null,
        Markets.market().id().yes(),
        Side.BUY,
        Quantity.parse(size),
        price(price),
        Usd.parse(fee),
        Fill.Liquidity.TAKER,
        FillStatus.PROVISIONAL,
        AT);
  }

  private static Price price(String text) {
    return Price.parse(text);
  }

  static PolymarketFills fills(Transport transport) {
    URI nowhere = URI.create("http://127.0.0.1:1");
    var endpoints = new PolymarketSettings.Endpoints(nowhere, nowhere, nowhere, nowhere, nowhere);
    var settings = new PolymarketSettings(endpoints, null, PolymarketSettings.Limits.DEFAULT);
    var rest =
        new PolymarketRest(transport, settings, new Chance(InstantSource.system(), new Random(1)));
    var known = new KnownMarkets();
    known.put(Markets.market());
    var access = PolymarketAccess.of(new ApiCredentials(OWNER, Secret.of("AAEC"), Secret.of("p")));
    return new PolymarketFills(new PolymarketCatalog(rest, known, false), access, WALLET);
  }
}
