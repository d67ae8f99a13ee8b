package pairdesk.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import pairdesk.engine.money.Usd;

/** Trips when the UTC day's loss reaches its limit, until the day ends. */
record DayLoss(Cap cap) implements Breaker {

  @Override
  public Reaction on(BreakerFact fact, SortedMap<String, BreakerState> tripped, Instant now) {
    return fact instanceof BreakerFact.MoneyChanged money ? look(money, now) : Reaction.none(this);
  }

  @Override
  public Breaker under(BreakerLimits changed) {
    return new DayLoss(changed.losses().day());
  }

  private Reaction look(BreakerFact.MoneyChanged money, Instant now) {
    Usd loss = money.openLoss().minus(money.dayNet());
    // what there was at midnight, seen from now
    Usd atMidnight = money.equity().plus(money.openLoss()).minus(money.dayNet());
    Usd most = atMidnight.isGreaterThan(Usd.ZERO) ? cap.at(atMidnight) : cap.dollars();
    if (!loss.isGreaterThan(Usd.ZERO) || loss.isLessThan(most)) {
      return Reaction.none(this);
    }
    String cause = "lost " + loss + " of at most " + most + " today";
    return Reaction.trip(
        this, new BreakerState(BreakerKind.DAY_LOSS.code(), cause, now, midnightAfter(now)));
  }

  private static Instant midnightAfter(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .plus(Duration.ofDays(1));
  }
}
