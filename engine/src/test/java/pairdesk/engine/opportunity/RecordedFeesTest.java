package pairdesk.engine.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.Side;

/** Fees that Polymarket charged on chain. */
class RecordedFeesTest {
  private static final Pattern RECORDED =
      Pattern.compile(
          "\"side\": \"(?<side>\\w+)\".*?\"shares\": \"(?<shares>[\\d.]+)\".*?"
              + "\"price\": \"(?<price>[\\d.]+)\".*?\"feeRate\": \"(?<rate>[\\d.]+)\".*?"
              + "\"exponent\": \"(?<exponent>\\d+)\".*?\"fee\": \"(?<fee>\\d+)\"",
          Pattern.DOTALL);

  private static final Pattern KALSHI_FILL =
      Pattern.compile(
          "\"action\":\"buy\".*?\"count_fp\":\"(?<count>[\\d.]+)\".*?\"fee_cost\":\"(?<fee>[\\d.]+)\""
              + ".*?\"yes_price_dollars\":\"(?<price>[\\d.]+)\"");

  @Test
  @Tag("fault:M4")
  void chargesWhatWasChargedOnChain() throws IOException {
    Matcher found =
        RECORDED.matcher(Files.readString(recorded("vectors/polymarket/fee-fills.json")));
    int count = 0;
    while (found.find()) {
      count++;
      var schedule =
          new FeeSchedule.TakerCurve(
              Ratio.parseFraction(found.group("rate")), Integer.parseInt(found.group("exponent")));
      Usd charged =
          Fees.STANDARD.charged(
              schedule,
              Liquidity.TAKER,
              Side.valueOf(found.group("side")),
              Price.parse(found.group("price")),
              Quantity.parse(found.group("shares")));
      assertEquals(Usd.ofE6(Long.parseLong(found.group("fee"))), charged, found.group());
    }
    assertTrue(count >= 11, "read only " + count + " recorded fees");
  }

  /** Every second row of the tables of August 2026. */
  @Test
  void chargesWhatPolymarketsFeePageSays() throws IOException {
    List<String> rows =
        Files.readAllLines(
            recorded("data/recorded/fees/polymarket-official-fee-tables-2026-08.csv"));
    for (String line : rows.subList(1, rows.size())) {
      String[] row = line.split(",");
      var schedule = new FeeSchedule.TakerCurve(Ratio.parseFraction(row[1]), 1);
      Usd charged =
          Fees.STANDARD.charged(
              schedule, Liquidity.TAKER, Side.BUY, Price.parse(row[3]), Quantity.parse(row[2]));
      assertEquals(Usd.parse(row[5]), charged, line);
    }
    assertTrue(rows.size() > 40, "read only " + rows.size() + " rows");
  }

  /** Fills of the demonstration exchange, June 2026. */
  @Test
  @Tag("fault:M4")
  void chargesWhatKalshiCharged() throws IOException {
    Matcher found =
        KALSHI_FILL.matcher(
            Files.readString(
                recorded("data/recorded/kalshi/demo-2026-06/fills__after_taker.json")));
    int count = 0;
    while (found.find()) {
      count++;
      Usd charged =
          Fees.STANDARD.charged(
              new FeeSchedule.Quadratic(700, 0, 10_000),
              Liquidity.TAKER,
              Side.BUY,
              Price.parse(found.group("price")),
              Quantity.parse(found.group("count")));
      assertEquals(Usd.parse(found.group("fee")), charged, found.group());
    }
    assertEquals(3, count);
  }

  private static Path recorded(String name) {
    Path file = Path.of(System.getProperty("pairdesk.shared", ""), name);
    assumeTrue(
        Files.isReadable(file), "SKIPPED: no recorded fees at " + file + "; set -Dpairdesk.shared");
    return file;
  }
}
