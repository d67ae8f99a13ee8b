package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;

class AdmissionsTest {
  private static final String NO = "Polymarket does not trade with FR";

  private final List<VenueStatus> told = new ArrayList<>();
  private final Deque<Optional<AccountReader.Eligibility>> answers = new ArrayDeque<>();
  private Instant now = Instant.EPOCH;
  private final Admissions admissions =
      new Admissions(event -> told.add(((EngineEvent.VenueChanged) event).status()), () -> now);

  @Test
  void theVenuesNoIsToldWithItsReasonAndItsYesLater() {
    says(false, NO);
    says(true, "");
    ask(Duration.ZERO);
    ask(Duration.ofMinutes(9));
    ask(Duration.ofMinutes(1));
    assertEquals(
        List.of(Health.BLOCKED, Health.UP), told.stream().map(VenueStatus::health).toList());
    assertEquals(NO, told.getFirst().cause());
  }

  @Test
  void aVenueThatNeverAnsweredIsAskedEveryTime() {
    answers.add(Optional.empty());
    says(true, "");
    ask(Duration.ZERO);
    ask(Duration.ofSeconds(1));
    assertEquals(List.of(Health.DOWN, Health.UP), told.stream().map(VenueStatus::health).toList());
    assertEquals("could not be asked: timed out", told.getFirst().cause());
  }

  @Test
  void silenceDoesNotTakeAYesBack() {
    says(true, "");
    answers.add(Optional.empty());
    ask(Duration.ZERO);
    ask(Duration.ofMinutes(10));
    assertEquals(List.of(Health.UP), told.stream().map(VenueStatus::health).toList());
  }

  @Test
  void beforeLiveSilenceIsARefusal() {
    answers.add(Optional.empty());
    says(false, NO);
    says(true, "");
    assertEquals(
        Optional.of("Polymarket could not be asked whether this account may trade: timed out"),
        admissions.refusal(reader()));
    assertEquals(
        Optional.of("Polymarket does not let this account trade: " + NO),
        admissions.refusal(reader()));
    assertEquals(Optional.empty(), admissions.refusal(reader()));
  }

  private void says(boolean mayTrade, String why) {
    answers.add(Optional.of(new AccountReader.Eligibility(mayTrade, why)));
  }

  private void ask(Duration later) {
    now = now.plus(later);
    admissions.ask(reader());
  }

  private AccountReader reader() {
    return new AccountReader() {
      @Override
      public VenueId venue() {
        return VenueId.POLYMARKET;
      }

      @Override
      public AccountSnapshot read(Instant fillsSince) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Duration clockOffset() {
        return Duration.ZERO;
      }

      @Override
      public Eligibility eligibility() {
        return answers.remove().orElseThrow(() -> new IllegalStateException("timed out"));
      }
    };
  }
}
