package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;

class FieldsTest {

  @Test
  @Tag("fault:C4")
  void readsExactValues() {
    Fields fields =
        Fields.parse(
            """
            {"price":"0.0560","count":"12.50","at":"2026-07-23T03:00:00.747044Z","strike":65776.62,
             "rows":[["0.1","2"]],"inner":{"n":7},"more":[{"flag":true}],"unknown":{"x":[1]}}\
            """);
    assertEquals(Price.ofE4(560), fields.price("price"));
    assertEquals(Quantity.ofE6(12_500_000), fields.quantity("count"));
    assertEquals(Instant.parse("2026-07-23T03:00:00.747044Z"), fields.instant("at"));
    assertEquals("65776.62", fields.decimalOrEmpty("strike"));
    assertEquals(List.of(List.of("0.1", "2")), fields.rowsOrEmpty("rows"));
    assertEquals(7, fields.object("inner").integer("n"));
    assertTrue(fields.list("more").getFirst().flag("flag"));
  }

  @Test
  @Tag("fault:R22")
  void absenceIsNotZero() {
    Fields fields = Fields.parse("{\"order\":{\"count\":null,\"price\":0.5,\"list\":{}}}");
    Fields order = fields.object("order");
    assertEquals("field order.count is missing", fails(() -> order.quantity("count")));
    assertEquals("field order.fee is missing", fails(() -> order.usd("fee")));
    assertEquals("field order.price: want text, found 0.5", fails(() -> order.price("price")));
    assertEquals("field order.list: want a list, found {}", fails(() -> order.rowsOrEmpty("list")));
    assertEquals(Optional.empty(), order.instantIfAny("close"));
  }

  @Test
  void namesTheFieldWhoseNumberDoesNotFit() {
    Fields fields = Fields.parse("{\"rows\":[{\"price\":\"0.00001\"},{\"price\":\"1.5\"}]}");
    String finer = fails(() -> fields.list("rows").get(0).price("price"));
    String beyond = fails(() -> fields.list("rows").get(1).price("price"));
    assertTrue(finer.startsWith("field rows[0].price: finer than 4 decimals"), finer);
    assertTrue(beyond.startsWith("field rows[1].price: price out of range"), beyond);
  }

  @Test
  void refusesHostileJson() {
    fails(() -> Fields.parse("{\"a\":1,\"a\":2}"));
    fails(() -> Fields.parse("[".repeat(60) + "]".repeat(60)));
    fails(() -> Fields.parse("{\"n\":" + "9".repeat(100) + "}"));
    fails(() -> Fields.parse("<html>"));
    fails(() -> Fields.parse("[]"));
    fails(() -> Fields.parse(""));
  }

  private static String fails(org.junit.jupiter.api.function.Executable reading) {
    return String.valueOf(assertThrows(VenueException.class, reading).getMessage());
  }

  @Test
  @Tag("fault:C4")
  void refusesNumbersOfNoOrdinarySize() {
    assertThrows(VenueException.class, () -> Fields.parse("{\"a\":1e31750428146322}"));
    Fields large = Fields.parse("{\"a\":1e99999999}");
    assertThrows(VenueException.class, () -> large.decimalOrEmpty("a"));
  }
}
