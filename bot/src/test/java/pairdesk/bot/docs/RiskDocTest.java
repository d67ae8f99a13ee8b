package pairdesk.bot.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pairdesk.bot.doctor.Invariant;
import pairdesk.engine.loop.EngineSettings;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.BreakerKind;
import pairdesk.engine.risk.BreakerLimits;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.gate.RiskRules;

/** {@code docs/risk.md} names every rule, breaker and invariant, with the defaults in force. */
class RiskDocTest {
  private static final Path PAGE = Path.of("../docs/risk.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| [^|]+ \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$");
  private static final Pattern INVARIANT =
      Pattern.compile("^\\| (I\\d+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Limits LIMITS = EngineSettings.Rules.DEFAULTS.limits();
  private static final String NONE = "–";

  /** Name to the default on the page. */
  private static Map<String, String> rows() throws IOException {
    var rows = new TreeMap<String, String>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        assertEquals(null, rows.put(row.group(1), row.group(2)), line);
      }
    }
    return rows;
  }

  @Test
  void namesEveryRuleAndEveryBreaker() throws IOException {
    Set<String> names =
        RiskRules.of(LIMITS, Fees.STANDARD).stream()
            .flatMap(layer -> layer.rules().stream())
            .map(RiskRule::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Arrays.stream(BreakerKind.values()).map(BreakerKind::code).forEach(names::add);
    assertEquals(names, rows().keySet());
  }

  @Test
  void tellsTheDefaultsInForce() throws IOException {
    Map<String, String> defaults = rules();
    defaults.putAll(breakers());
    Map<String, String> page = rows();
    assertAll(
        page.entrySet().stream()
            .map(row ->
                () ->
                    assertEquals(
                        defaults.getOrDefault(row.getKey(), NONE), row.getValue(), row.getKey())));
  }

  private static Map<String, String> rules() {
    Limits.Quality quality = LIMITS.quality();
    Limits.Floor crossVenue = quality.floor("cross-venue");
    Limits.Capital capital = LIMITS.capital();
    var defaults = new HashMap<String, String>();
    defaults.put("liquidity", LIMITS.data().minLiquidity().toString());
    defaults.put("too-good", LIMITS.data().tooGood().toString());
    defaults.put("book-age", seconds(quality.maxBookAge()));
    defaults.put("books-confirmed", millis(LIMITS.timing().confirmation()));
    defaults.put("net-edge", crossVenue.minNetEdge().toString());
    defaults.put("minimum-size", crossVenue.minShares().toString());
    defaults.put("slippage", quality.maxSlippage().toString());
    defaults.put("reconciled", seconds(capital.reportAge()));
    defaults.put("unhedged", both(capital.open().unhedged()));
    defaults.put("open-risk", both(capital.open().openRisk()));
    defaults.put("provisional", both(capital.open().provisional()));
    defaults.put("partial-loss", both(capital.open().partialLoss()));
    defaults.put("first-trade", capital.firstTrade().toString());
    defaults.put("one-trade", both(capital.oneTrade()));
    defaults.put("one-market", capital.committed().market().toString());
    defaults.put("one-event", capital.committed().event().toString());
    defaults.put("one-strike", capital.committed().strike().toString());
    defaults.put("all-open", capital.committed().total().toString());
    defaults.put("final-freeze", seconds(LIMITS.timing().freeze()));
    defaults.put("cooldown", seconds(EngineSettings.Rhythm.DEFAULTS.cooldown()));
    return defaults;
  }

  private static Map<String, String> breakers() {
    BreakerLimits limits = LIMITS.breakers();
    return Map.of(
        BreakerKind.FAILED_EXECUTIONS.code(), Integer.toString(limits.failures().inARow()),
        BreakerKind.DAY_LOSS.code(), both(limits.losses().day()),
        BreakerKind.DRAWDOWN.code(), limits.losses().drawdown().toString(),
        BreakerKind.LATENCY.code(), millis(limits.lag().latency().p95().trip()),
        BreakerKind.CLOCK.code(), millis(limits.lag().clock().trip()),
        BreakerKind.JOURNAL.code(), millis(limits.lag().journal()),
        BreakerKind.COMMIT.code(), millis(limits.lag().commit().p95().trip()),
        BreakerKind.UNKNOWN_ORDERS.code(), Integer.toString(limits.orders().unknownAtOneVenue()),
        BreakerKind.ORDER_RATE.code(), Integer.toString(limits.orders().entriesPerMinute()));
  }

  /** The numbers that stand in sentences. */
  @Test
  void tellsWhenABreakerLetsGo() throws IOException {
    BreakerLimits limits = LIMITS.breakers();
    String page = Files.readString(PAGE);
    for (String said :
        List.of(
            "by itself after " + limits.failures().pause().toMinutes() + " min",
            limits.lag().latency().inARow() + " in a row",
            "by itself after %s below %s"
                .formatted(
                    seconds(limits.lag().latency().p95().quiet()),
                    millis(limits.lag().latency().p95().reset())),
            "by itself after %s below %s"
                .formatted(
                    seconds(limits.lag().clock().quiet()), millis(limits.lag().clock().reset())),
            "by itself after " + seconds(limits.lag().afterStall()),
            "one for longer than " + seconds(limits.orders().unknownFor()),
            "%d times its planned orders within %s"
                .formatted(limits.orders().overPlan(), seconds(limits.orders().burst())))) {
      assertEquals(true, page.contains(said), said);
    }
  }

  @Test
  void namesEveryInvariant() throws IOException {
    List<String> page =
        Files.readAllLines(PAGE).stream()
            .map(INVARIANT::matcher)
            .filter(Matcher::matches)
            .map(Matcher::group)
            .toList();
    List<String> program =
        Arrays.stream(Invariant.values())
            .map(one ->
                "| %s | %s | %s |"
                    .formatted(
                        one.code(),
                        one.statement(),
                        one.elsewhere().isEmpty() ? "rows" : one.elsewhere()))
            .toList();
    assertEquals(String.join("\n", program), String.join("\n", page));
  }

  private static String both(Cap cap) {
    return cap.dollars() + ", " + cap.ofCapital();
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  private static String millis(Duration time) {
    return time.toMillis() + " ms";
  }
}
