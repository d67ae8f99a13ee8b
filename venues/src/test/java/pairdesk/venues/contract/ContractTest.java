package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.SignatureType;

/** What our clients send and the sandbox answers, against what the venues have published. */
class ContractTest {
  private static final Chance CHANCE = new Chance(InstantSource.system(), new Random(5));

  @Test
  void kalshi() throws IOException {
    var newer = KalshiTypes.installed();
    var rest =
        new ApiCheck("kalshi", Contract.of("kalshi-openapi-3.25.0.yaml", newer), "/trade-api/v2");
    var socket =
        new SocketCheck(
            "kalshi", Contract.of("kalshi-asyncapi-2.0.0.yaml"), List.of("type", "cmd"));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.seeded(5), InstantSource.system());
        WireTap tap = WireTap.before(sandbox.kalshi().restUrl())) {
      var settings =
          new KalshiSettings(
              tap.by(sandbox.kalshi().restUrl()),
              tap.by(sandbox.kalshi().socketUrl()),
              new KalshiSettings.Credentials(
                  sandbox.credentials().kalshiKeyId(),
                  Secret.of(sandbox.credentials().kalshiPem())),
              new KalshiSettings.Budget(5_000, 5_000),
              KalshiSettings.Timing.USUAL);
      try (Kalshi kalshi = Kalshi.of(settings, CHANCE)) {
        var ports =
            new Scenario.Venue(
                kalshi.catalog(),
                kalshi.feed(),
                kalshi.orders(),
                kalshi.account(),
                kalshi.accountFeed());
        var scenario = new Scenario(ports, sandbox.exchange());
        KalshiExtras.play(kalshi.tools(), scenario, scenario.play());
      }
      judge(List.of("kalshi"), tap, tap.exchanges().stream().flatMap(rest::check), socket::check);
    }
  }

  @Test
  void polymarket() throws IOException {
    var clob = new ApiCheck("clob", Contract.of("polymarket-clob-openapi.yaml"), "");
    var gamma = new ApiCheck("gamma", Contract.of("polymarket-gamma-openapi.yaml"), "/gamma");
    var data = new ApiCheck("data", Contract.of("polymarket-data-openapi.yaml"), "/data-api");
    List<String> kind = List.of("event_type");
    var market = new SocketCheck("market", Contract.of("polymarket-market-asyncapi.json"), kind);
    var user = new SocketCheck("user", Contract.of("polymarket-user-asyncapi.json"), kind);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.seeded(5), InstantSource.system());
        WireTap tap = WireTap.before(sandbox.polymarket().clobUrl())) {
      try (Polymarket polymarket =
          Polymarket.open(settings(sandbox, tap), CHANCE.clock(), CHANCE.random())) {
        Polymarket.Trading trading = polymarket.trading().orElseThrow();
        var ports =
            new Scenario.Venue(
                polymarket.catalog(),
                polymarket.feed(),
                trading.orders(),
                trading.account(),
                trading.accountFeed());
        var scenario = new Scenario(ports, sandbox.exchange());
        PolymarketExtras.play(trading.extras(), scenario, scenario.play());
      }
      Stream<Finding> answers =
          tap.exchanges().stream()
              .filter(seen -> !seen.path().equals("/api/geoblock"))
              .flatMap(seen ->
                  seen.path().startsWith("/gamma")
                      ? gamma.check(seen)
                      : seen.path().startsWith("/data-api") ? data.check(seen) : clob.check(seen));
      judge(
          List.of("clob", "gamma", "data", "market", "user"),
          tap,
          answers,
          frame -> frame.path().endsWith("user") ? user.check(frame) : market.check(frame));
    }
  }

  private static PolymarketSettings settings(Sandbox sandbox, WireTap tap) {
    URI clob = tap.by(sandbox.polymarket().clobUrl());
    var endpoints =
        new PolymarketSettings.Endpoints(
            clob,
            tap.by(sandbox.polymarket().gammaUrl()),
            tap.by(sandbox.polymarket().dataUrl()),
            tap.by(sandbox.polymarket().socketUrl()),
            tap.by(sandbox.polymarket().geoblockUrl()));
    var account =
        new PolymarketSettings.Account(
            Secret.of(sandbox.credentials().polymarketKey()),
            SignatureType.POLY_1271,
            null,
            null,
            PolymarketSettings.Account.POLYGON);
    return new PolymarketSettings(endpoints, account, PolymarketSettings.Limits.DEFAULT);
  }

  private static void judge(
      List<String> venues,
      WireTap tap,
      Stream<Finding> answers,
      Function<Frame, Stream<Finding>> socket) {
    var findings = new TreeSet<Finding>();
    answers.forEach(findings::add);
    tap.frames().stream().flatMap(socket).forEach(findings::add);
    System.out.printf(
        "%s: %d exchanges, %d messages, %d known differences%n",
        venues, tap.exchanges().size(), tap.frames().size(), findings.size());
    assertTrue(tap.exchanges().size() > 20, "too few exchanges");
    assertTrue(tap.frames().size() > 20, "too few messages");
    assertEquals(List.of(), Exceptions.shipped().judge(venues, findings));
  }
}
