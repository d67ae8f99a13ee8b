package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.discord.AnswerTimes;
import pairdesk.bot.scene.FakeDesk;
import pairdesk.bot.scene.Samples;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;

/** What {@code /metrics} says, and that dashboard and manual ask for nothing else. */
class MetricsTest {
  private static final Path DASHBOARD = Path.of("../docs/grafana/pairdesk.json");
  private static final Path MANUAL = Path.of("../docs/operating.md");
  private static final Pattern NAME = Pattern.compile("\\b(?:pairdesk|jvm|process)_[a-z0-9_]+");

  private final Metrics metrics = new Metrics();

  @BeforeEach
  void aDeskThatTrades() {
    var clock = InstantSource.fixed(SampleDesk.NOW.plusMillis(1_500));
    metrics.watch(
        () -> FakeDesk.quiet(SampleDesk.NOW), List.of(VenueId.KALSHI, VenueId.POLYMARKET), clock);
    metrics.counts().settled(oneOfEach());
    metrics.counts().answered("kalshi", new SubmitOutcome.Unknown("no answer"));
    metrics.took(Stage.SIGNED, Duration.ofNanos(200_000));
    metrics.took(Stage.SIGNED, Duration.ofMillis(3));
    metrics.answered(AnswerTimes.Way.COMMAND, "status", Duration.ofMillis(40));
    metrics.linkChanged(link());
    metrics.linkChanged(link());
  }

  @AfterEach
  void close() {
    metrics.close();
  }

  private static VenueStatus link() {
    return new VenueStatus(
        VenueId.KALSHI, VenueStatus.Part.MARKET_STREAM, VenueStatus.Health.UP, "", SampleDesk.NOW);
  }

  private static List<Effect> oneOfEach() {
    var found = Samples.opportunity("o1", new PairId(1), SampleDesk.NOW);
    var verdict =
        new VerdictRecord(
            "v1", found.id(), new Verdict.Refuse("net-edge", "too small"), 1, SampleDesk.NOW);
    var breaker = new BreakerState("day-loss", "$51 of $50", SampleDesk.NOW, null);
    return List.of(
        new Effect.Write(new JournalRecord.OpportunityFound(found)),
        new Effect.Write(new JournalRecord.VerdictGiven(verdict)),
        new Effect.Write(new JournalRecord.FillBooked(fill())),
        new Effect.Write(new JournalRecord.BreakerTripped(breaker)),
        new Effect.Tell(new Notice.BreakerTripped(breaker, SampleDesk.NOW)));
  }

  private static Fill fill() {
    return new Fill(
        new Fill.Key("kalshi", "t1", "v1"),
        null,
        SampleDesk.KALSHI.yes(),
        Side.BUY,
        Quantity.ofShares(50),
        Price.parse("0.39"),
        Usd.ZERO,
        Fill.Liquidity.TAKER,
        FillStatus.FINAL,
        SampleDesk.NOW);
  }

  private String value(String series) {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> line.substring(series.length() + 1))
        .collect(Collectors.joining(","));
  }

  @Test
  void stagesAreHistogramsInSeconds() {
    assertEquals("0", value("pairdesk_stage_seconds_bucket{stage=\"signed\",le=\"1.0E-4\"}"));
    assertEquals("1", value("pairdesk_stage_seconds_bucket{stage=\"signed\",le=\"2.5E-4\"}"));
    assertEquals("2", value("pairdesk_stage_seconds_bucket{stage=\"signed\",le=\"0.005\"}"));
    assertEquals("2", value("pairdesk_stage_seconds_count{stage=\"signed\"}"));
    assertEquals("0.0032", value("pairdesk_stage_seconds_sum{stage=\"signed\"}"));
    assertEquals("0", value("pairdesk_stage_seconds_count{stage=\"tick_to_order\"}"));
  }

  @Test
  void answersToPeopleAreHistogramsByCommand() {
    String of = "pairdesk_discord_answer_seconds_bucket{command=\"status\",way=\"command\",le=";
    assertEquals("0", value(of + "\"0.025\"}"));
    assertEquals("1", value(of + "\"0.05\"}"));
    assertEquals("1", value(of + "\"3.0\"}"));
  }

  @Test
  void whatHappensIsCountedByKindAndCause() {
    assertEquals("1.0", value("pairdesk_verdicts_total{kind=\"refuse\",rule=\"net-edge\"}"));
    assertEquals("1.0", value("pairdesk_opportunities_total{strategy=\"cross-venue\"}"));
    assertEquals("1.0", value("pairdesk_fills_total{status=\"booked\",venue=\"kalshi\"}"));
    assertEquals("1.0", value("pairdesk_breaker_trips_total{breaker=\"day-loss\"}"));
    assertEquals("1.0", value("pairdesk_notices_total{severity=\"ALARM\"}"));
    assertEquals("1.0", value("pairdesk_orders_total{outcome=\"unknown\",venue=\"kalshi\"}"));
    assertEquals("0.0", value("pairdesk_orders_total{outcome=\"accepted\",venue=\"polymarket\"}"));
  }

  @Test
  void aLinkThatSaysTheSameAgainHasNotChanged() {
    assertEquals(
        "1.0",
        value("pairdesk_link_changes_total{part=\"MARKET_STREAM\",to=\"UP\",venue=\"kalshi\"}"));
  }

  @Test
  void agesAreSecondsAndTheModeIsOneOfThree() {
    assertEquals("1.5", value("pairdesk_view_age_seconds"));
    assertEquals("0.0", value("pairdesk_halted"));
    assertEquals("1.0", value("pairdesk_mode{mode=\"MONITOR\"}"));
    assertEquals("0.0", value("pairdesk_mode{mode=\"LIVE\"}"));
  }

  @Test
  void theDashboardAsksForWhatIsServed() throws IOException {
    JsonNode dashboard = JsonMapper.builder().build().readTree(DASHBOARD.toFile());
    List<String> queries = dashboard.path("panels").findValuesAsText("expr");
    assertTrue(queries.size() > 20, queries::toString);
    assertEquals(Set.of(), missing(queries.stream()));
  }

  @Test
  void theManualNamesWhatIsServed() throws IOException {
    assertEquals(Set.of(), missing(Files.readAllLines(MANUAL).stream()));
  }

  private Set<String> missing(Stream<String> texts) {
    Set<String> served =
        metrics
            .scrape()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toSet());
    var asked = new TreeSet<String>();
    texts.forEach(text -> NAME.matcher(text).results().forEach(found -> asked.add(found.group())));
    asked.removeIf(name -> served.contains(name) || served.contains(name + "_bucket"));
    return asked;
  }
}
