package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.BookSent;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.LevelsChanged;
import pairdesk.venues.polymarket.PolymarketWire.MarketMessage;
import pairdesk.venues.polymarket.PolymarketWire.Other;
import pairdesk.venues.polymarket.PolymarketWire.Resolved;
import pairdesk.venues.polymarket.PolymarketWire.TickChanged;
import pairdesk.venues.polymarket.PolymarketWire.Traded;

class BookCodecTest {

  @Test
  void readsRecordedMessages() {
    assertEquals(
        List.of(
            BookSent.class, LevelsChanged.class, Traded.class, TickChanged.class, Resolved.class),
        List.of(
            only("ws/book_initial_2026-05-08.json").getClass(),
            only("ws/price_change_2026-05-08.json").getClass(),
            only("ws/last_trade_price_2024.json").getClass(),
            only("ws/tick_size_change_2024.json").getClass(),
            only("ws/market_resolved_2026-10-04.json").getClass()));
  }

  @Test
  void readsTheChangesOfBothTokens() {
    var changed = (LevelsChanged) only("ws/price_change_2026-05-08.json");
    LevelChange second = changed.changes().getLast();
    assertEquals(Instant.ofEpochMilli(1_778_204_225_252L), changed.at());
    assertEquals(Side.SELL, second.side());
    assertEquals(Price.parse("0.15"), second.level().price());
    assertEquals("503.32", second.level().sizeText());
    assertEquals(Price.parse("0.14"), second.bestBid());
  }

  @Test
  void readsThatNoTokenIsKnown() {
    assertEquals(List.of(), BookCodec.messages("[]"));
  }

  @Test
  @Tag("fault:W16")
  void namesATypeThatItDoesNotKnow() {
    assertEquals(
        List.of(new Other("halt", false)), BookCodec.messages("{\"event_type\":\"halt\"}"));
  }

  @Test
  @Tag("fault:W12")
  void refusesLevelsInAnotherOrder() {
    String book =
        "[{\"event_type\":\"book\",\"market\":\"0x1\",\"asset_id\":\"1\",\"hash\":\"\","
            + "\"timestamp\":\"1778204225252\",\"asks\":[],\"bids\":[{\"price\":\"0.5\",\"size\":"
            + "\"1\"},{\"price\":\"0.4\",\"size\":\"1\"}]}]";
    assertThrows(VenueException.class, () -> BookCodec.messages(book));
  }

  private static MarketMessage only(String recorded) {
    return BookCodec.messages(SharedFiles.recorded(recorded).strip()).getFirst();
  }
}
