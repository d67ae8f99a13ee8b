package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pairdesk.venues.kalshi.Samples.FAR;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.venues.net.Fields;

class KalshiOrderBodyTest {

  @Test
  @Tag("fault:T16")
  void saysEverythingInTermsOfYes() {
    assertEquals("bid 0.3700", said(RAIN.yes(), Side.BUY, "0.37"));
    assertEquals("ask 0.3700", said(RAIN.yes(), Side.SELL, "0.37"));
    assertEquals("ask 0.6000", said(RAIN.no(), Side.BUY, "0.40"));
    assertEquals("bid 0.6000", said(RAIN.no(), Side.SELL, "0.40"));
  }

  @Test
  @Tag("fault:O9")
  void writesTheWholeBodyOfATaker() {
    assertEquals(
        """
        {"ticker":"RAIN-1","client_order_id":"pd-1","side":"ask","count":"10.00",\
        "price":"0.6000","time_in_force":"immediate_or_cancel",\
        "self_trade_prevention_type":"taker_at_cross","exchange_index":2}\
        """,
        body(Samples.intent(RAIN.no(), Side.BUY, "0.40", TimeInForce.IOC)));
  }

  @Test
  void marksWhatRestsAndWhatOnlyCloses() {
    Instant expiry = Instant.parse("2026-11-20T11:00:00Z");
    var rests = Samples.terms(Side.BUY, "2.5", "0.40", TimeInForce.GTD, expiry);
    Fields resting = Fields.parse(body(Samples.intent(RAIN.yes(), rests, FAR)));
    assertEquals("good_till_canceled", resting.text("time_in_force"));
    assertEquals(expiry.getEpochSecond(), resting.integer("expiration_time"));
    assertEquals(true, resting.flag("cancel_order_on_pause"));
    assertEquals("2.50", resting.text("count"));

    var closes = Samples.intent(RAIN.yes(), Side.SELL, "0.40", TimeInForce.IOC);
    assertEquals(true, Fields.parse(body(closes)).flag("reduce_only"));
    var whole = Samples.intent(RAIN.yes(), Side.BUY, "0.40", TimeInForce.FOK);
    assertEquals("fill_or_kill", Fields.parse(body(whole)).text("time_in_force"));
  }

  @Test
  @Tag("fault:R19")
  void refusesWhatBreaksTheMarketsRules() {
    refuses("price off the grid: 0.405", "10", "0.405", TimeInForce.IOC);
    refuses("price off the grid: 0.00", "10", "0", TimeInForce.IOC);
    refuses("not whole lots: 1.005", "1.005", "0.40", TimeInForce.IOC);
    refuses("an expiry goes with GTD and only with it", "1", "0.40", TimeInForce.GTD);
    var other = Samples.market(pairdesk.engine.market.MarketId.kalshi("OTHER"));
    var intent = Samples.intent(RAIN.yes(), Side.BUY, "0.40", TimeInForce.IOC);
    assertThrows(
        IllegalArgumentException.class, () -> KalshiOrderBody.of(intent, other, Optional::empty));
  }

  private static void refuses(String why, String quantity, String limit, TimeInForce life) {
    var terms = Samples.terms(Side.BUY, quantity, limit, life);
    var intent = Samples.intent(RAIN.yes(), terms, FAR);
    var refused = assertThrows(IllegalArgumentException.class, () -> body(intent));
    assertEquals(why, refused.getMessage());
  }

  private static String said(Instrument instrument, Side side, String limit) {
    Fields body = Fields.parse(body(Samples.intent(instrument, side, limit, TimeInForce.IOC)));
    return body.text("side") + " " + body.text("price");
  }

  private static String body(OrderIntent intent) {
    return KalshiOrderBody.of(intent, Samples.market(RAIN), Optional::empty);
  }
}
