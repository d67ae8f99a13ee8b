package pairdesk.engine.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @Test
  void chargesWhatWasChargedOnChain() throws IOException {
    Path file =
        Path.of(System.getProperty("pairdesk.shared", ""), "vectors/polymarket/fee-fills.json");
    assumeTrue(
        Files.isReadable(file), "SKIPPED: no recorded fees at " + file + "; set -Dpairdesk.shared");
    Matcher found = RECORDED.matcher(Files.readString(file));
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
}
