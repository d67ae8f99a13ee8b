package pairdesk.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.AccountSnapshot;

/** Money at a venue, and nothing else. */
record MadeAccount(VenueId venue, InstantSource clock) implements AccountReader {
  private static final Usd CASH = Usd.ofDollars(50_000);

  @Override
  public AccountSnapshot read(Instant fillsSince) {
    return new AccountSnapshot(
        venue,
        clock.instant(),
        List.of(new AccountSnapshot.Cash(0, CASH, 1)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        EnumSet.allOf(AccountSnapshot.Part.class));
  }

  @Override
  public Duration clockOffset() {
    return Duration.ZERO;
  }

  @Override
  public Eligibility eligibility() {
    return new Eligibility(true, "");
  }
}
