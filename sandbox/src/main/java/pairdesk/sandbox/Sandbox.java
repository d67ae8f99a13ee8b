package pairdesk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogues;
import pairdesk.sandbox.catalogue.ListingSpecs;
import pairdesk.sandbox.control.ControlFront;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.exchange.fees.KalshiFees;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.sandbox.flow.FlowSettings;
import pairdesk.sandbox.flow.Participants;
import pairdesk.sandbox.wire.discord.DiscordFront;
import pairdesk.sandbox.wire.discord.DiscordOptions;
import pairdesk.sandbox.wire.kalshi.KalshiFront;
import pairdesk.sandbox.wire.kalshi.KalshiOptions;
import pairdesk.sandbox.wire.polymarket.PolymarketFront;
import pairdesk.sandbox.wire.polymarket.venue.Trader;

/** Both venues, their participants, a Discord and the control port, running. */
public final class Sandbox implements AutoCloseable {
  private static final AccountId ON_KALSHI = new AccountId(VenueId.KALSHI, "trader");
  private static final AccountId ON_POLYMARKET = new AccountId(VenueId.POLYMARKET, "trader");
  private static final Duration KALSHI_TIMER = Duration.ofSeconds(4);
  private static final Duration POLYMARKET_TIMER = Duration.ofSeconds(6);

  private final Credentials credentials;
  private final Duration zombieWindow;
  private final Exchange exchange;
  private final Participants participants;
  private final FaultGate gate;
  private final Pump pump;
  private final KalshiFront kalshi;
  private final PolymarketFront polymarket;
  private final DiscordFront discord;
  private final ControlFront control;

  private Sandbox(SandboxOptions options, InstantSource source) throws IOException {
    var clock = new SandboxClock(source, options.speedPercent());
    Catalogue catalogue = catalogue(options, clock.instant());
    credentials = Credentials.of(options.seed());
    zombieWindow = options.venues().zombieWindow();
    exchange = exchange(options, clock, catalogue);
    participants = new Participants(exchange, catalogue, FlowSettings.usual(options.seed()));
    var faults = new Faults(clock, options.seed());
    var log = new RequestLog();
    gate = new FaultGate(clock, faults, log, options.venues().zombieWindow());
    kalshi =
        KalshiFront.start(
            new KalshiFront.Parts(exchange, catalogue, faults, gate),
            new KalshiOptions(
                options.ports().kalshi(),
                ON_KALSHI,
                new KalshiOptions.Credential(
                    credentials.kalshiKeyId(), credentials.kalshiKey().getPublic()),
                options.venues().kalshi(),
                options.venues().kalshiReadLag()));
    var trader = new Trader(credentials.owner(), credentials.wallet(), ON_POLYMARKET);
    polymarket =
        PolymarketFront.start(
            new PolymarketFront.Setup(
                options.ports().polymarket(),
                options.seed(),
                catalogue.polymarket(),
                List.of(trader)),
            exchange,
            faults,
            gate);
    discord =
        DiscordFront.start(
            DiscordOptions.usual(
                options.ports().discord(), source, new SplittableRandom(options.seed())));
    control =
        ControlFront.start(
            options.ports().control(),
            new ControlFront.World(
                exchange,
                catalogue,
                participants,
                faults,
                log,
                new ControlFront.Traders(ON_KALSHI, ON_POLYMARKET)));
    participants.start(); // after everybody who keeps a history of what they do
    pump = Pump.start(exchange);
  }

  /**
   * Starts all servers; their ports are bound when this returns.
   *
   * @throws IOException when a file of further listings cannot be read
   */
  public static Sandbox start(SandboxOptions options, InstantSource clock) throws IOException {
    return new Sandbox(options, clock);
  }

  private static Catalogue catalogue(SandboxOptions options, Instant now) throws IOException {
    Catalogue shipped = Catalogues.shipped(now);
    if (options.moreListings().isEmpty()) {
      return shipped;
    }
    SandboxOptions.Listings more = options.moreListings().get();
    return shipped.plus(Catalogues.files(more.kalshi(), more.polymarket(), now));
  }

  private static Exchange exchange(
      SandboxOptions options, SandboxClock clock, Catalogue catalogue) {
    var settings =
        new ExchangeSettings(options.seed(), KalshiFees.DIRECT, options.venues().settlement());
    var exchange = new Exchange(settings, clock);
    catalogue.kalshi().forEach(l -> exchange.list(ListingSpecs.of(l, KALSHI_TIMER)));
    catalogue.polymarket().forEach(l -> exchange.list(ListingSpecs.of(l, POLYMARKET_TIMER)));
    exchange.openAccount(ON_KALSHI, options.money().kalshi());
    exchange.openAccount(ON_POLYMARKET, Map.of(0, options.money().polymarket()));
    return exchange;
  }

  public KalshiFront kalshi() {
    return kalshi;
  }

  public PolymarketFront polymarket() {
    return polymarket;
  }

  public DiscordFront discord() {
    return discord;
  }

  /** Base of {@code /truth} and {@code /control}. */
  public String controlUrl() {
    return control.url();
  }

  /**
   * Plays a scenario from now on.
   *
   * @throws IOException when the file cannot be read
   * @throws pairdesk.sandbox.control.BadScenario when it cannot be played; the message names line
   *     and field
   */
  public void play(Path scenario) throws IOException {
    control.play(Files.readString(scenario));
  }

  public Credentials credentials() {
    return credentials;
  }

  /** The core, for tests in this process. */
  public Exchange exchange() {
    return exchange;
  }

  public Participants participants() {
    return participants;
  }

  /** How long after its arrival a lost request may still be booked. */
  public Duration zombieWindow() {
    return zombieWindow;
  }

  /** What the desk's environment must say to trade here, by variable. */
  public Map<String, String> environment() {
    return DeskEnvironment.of(this);
  }

  /** Writes the desk's environment and, beside it, the Kalshi key that it names. */
  public void writeEnvironment(Path file) throws IOException {
    DeskEnvironment.write(this, file);
  }

  @Override
  public void close() {
    pump.close();
    control.close();
    discord.close();
    polymarket.close();
    kalshi.close();
    gate.close();
  }
}
