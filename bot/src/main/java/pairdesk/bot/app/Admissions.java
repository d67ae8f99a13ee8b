package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;

/**
 * Whether each venue lets us trade: asked before its account is read for the first time, without
 * which the engine opens nothing, and again from time to time. A venue that says no is watched
 * only.
 */
final class Admissions {
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  private final Consumer<EngineEvent> inbox;
  private final InstantSource clock;
  private final Map<VenueId, Instant> answered = new ConcurrentHashMap<>();

  Admissions(Consumer<EngineEvent> inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Asks when it is due. What the venue said before counts until it says something else. */
  void ask(AccountReader reader) {
    Instant now = clock.instant();
    Instant last = answered.get(reader.venue());
    if (last != null && now.isBefore(last.plus(ASK_AGAIN))) {
      return;
    }
    try {
      AccountReader.Eligibility said = reader.eligibility();
      answered.put(reader.venue(), now);
      tell(reader.venue(), said.mayTrade() ? Health.UP : Health.BLOCKED, said.why());
    } catch (RuntimeException e) { // whatever went wrong: the venue did not say yes
      if (last == null) {
        tell(reader.venue(), Health.DOWN, "could not be asked: " + e.getMessage());
      }
    }
  }

  private void tell(VenueId venue, Health health, String cause) {
    inbox.accept(
        new EngineEvent.VenueChanged(
            new VenueStatus(venue, Part.ADMISSION, health, cause, clock.instant())));
  }

  /** What this venue says against trading, asked now; one sentence. */
  Optional<String> refusal(AccountReader reader) {
    String venue = reader.venue().label();
    try {
      AccountReader.Eligibility said = reader.eligibility();
      return said.mayTrade()
          ? Optional.empty()
          : Optional.of(venue + " does not let this account trade: " + said.why());
    } catch (RuntimeException e) { // whatever went wrong: the venue did not say yes
      return Optional.of(
          venue + " could not be asked whether this account may trade: " + e.getMessage());
    }
  }
}
