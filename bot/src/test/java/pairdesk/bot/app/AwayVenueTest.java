package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.bot.whole.Control;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineEvent.AccountReported;
import pairdesk.engine.loop.EngineEvent.VenueChanged;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.demo.Patience;

/** The desk starts while Polymarket does not answer, and has it as soon as it does. */
class AwayVenueTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final List<EngineEvent> events = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Sandbox sandbox;

  @SuppressWarnings("NullAway.Init")
  private Control control;

  @SuppressWarnings("NullAway.Init")
  private Map<VenueId, VenueLink> venues;

  @SuppressWarnings("NullAway.Init")
  private AccountReads accounts;

  @BeforeEach
  void startWithoutPolymarket() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.seeded(6), Clock.systemUTC());
    control = new Control(sandbox.controlUrl());
    control.post("rules", "{'when':{'venue':'polymarket'},'do':{'type':'close'}}");
    var read =
        assertInstanceOf(
            Configuration.Result.Read.class,
            Configuration.read(Variables.of(sandbox.environment())));
    venues =
        Venues.open(read.settings(), Clock.systemUTC(), new Random(1)).stream()
            .collect(Collectors.toMap(VenueLink::id, Function.identity()));
    accounts =
        new AccountReads(
            Map.of(
                VenueId.KALSHI, venue(VenueId.KALSHI).account(),
                VenueId.POLYMARKET, venue(VenueId.POLYMARKET).account()),
            events::add,
            offset -> offset,
            Clock.systemUTC());
    var listener =
        new VenueListener(events::add, _ -> {}, _ -> {}, _ -> {}, noPaper(read.settings()));
    for (VenueLink venue : venues.values()) {
      venue.accountFeed().start(listener);
      venue.feed().start(listener);
      accounts.read(venue.id(), LONG_AGO);
    }
  }

  private PaperVenues noPaper(Settings settings) {
    return new PaperVenues(
        List.of(),
        settings.trading().paper(),
        Recovered.NOTHING,
        new PaperVenues.World(_ -> Optional.empty(), Clock.systemUTC(), events::add));
  }

  @AfterEach
  void stop() {
    accounts.close();
    venues.values().forEach(venue -> venue.closes().run());
    control.close();
    sandbox.close();
  }

  private VenueLink venue(VenueId id) {
    return Objects.requireNonNull(venues.get(id));
  }

  private Stream<VenueStatus> told(VenueId venue, Part part) {
    return events.stream()
        .flatMap(
            event -> event instanceof VenueChanged(var status) ? Stream.of(status) : Stream.empty())
        .filter(status -> status.venue().equals(venue) && status.part() == part);
  }

  private boolean isTold(VenueId venue, Part part, Health health) {
    return told(venue, part).anyMatch(status -> status.health() == health);
  }

  /** Whole. */
  private boolean isRead(VenueId venue) {
    return events.stream()
        .anyMatch(event ->
            event instanceof AccountReported(var snapshot)
                && snapshot.venue().equals(venue)
                && snapshot.complete().size() == AccountSnapshot.Part.values().length);
  }

  private void await(String what, Part part, VenueId venue, Health health) {
    Patience.untilTrue(what, LIMIT, () -> isTold(venue, part, health));
  }

  @Test
  @Tag("fault:R5")
  void kalshiIsThereAndPolymarketComesLater() {
    Patience.untilTrue("Kalshi's account", LIMIT, () -> isRead(VenueId.KALSHI));
    await("Kalshi to admit us", Part.ADMISSION, VenueId.KALSHI, Health.UP);
    await("Polymarket to be missed", Part.ADMISSION, VenueId.POLYMARKET, Health.DOWN);
    assertFalse(isRead(VenueId.POLYMARKET));
    assertInstanceOf(
        CancelOutcome.Unknown.class,
        venue(VenueId.POLYMARKET).orders().cancelAll(Duration.ofSeconds(2)));

    control.forgetRules();
    accounts.read(VenueId.POLYMARKET, LONG_AGO);
    await("Polymarket to admit us", Part.ADMISSION, VenueId.POLYMARKET, Health.UP);
    Patience.untilTrue("Polymarket's account", LIMIT, () -> isRead(VenueId.POLYMARKET));
    await("its account stream", Part.ACCOUNT_STREAM, VenueId.POLYMARKET, Health.UP);
    var pair = control.samePairs().getFirst();
    var market =
        venue(VenueId.POLYMARKET)
            .catalog()
            .read(new MarketId(VenueId.POLYMARKET, pair.polymarket()));
    assertTrue(market.isPresent());
  }
}
