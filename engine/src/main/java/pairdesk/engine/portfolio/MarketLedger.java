package pairdesk.engine.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.History.Booked;
import pairdesk.engine.venue.AccountSnapshot.Payout;

/**
 * All fills of one market, each counted once, and its payout. New fills are folded on; when one is
 * taken back or corrected, the market is folded anew without it, so that nothing of it remains.
 */
final class MarketLedger {
  private final MarketId market;
  private final Map<Fill.Key, Booked> fills = new LinkedHashMap<>();
  private final List<String> conflicts = new ArrayList<>();
  private @Nullable Payout payout;
  private MarketFold fold;
  private Usd payoutDue = Usd.ZERO;

  MarketLedger(MarketId market) {
    this.market = market;
    this.fold = new MarketFold(market);
  }

  /** Books a fill, or the new status of one; false when it says nothing new. */
  boolean book(Fill fill, Attribution owner) {
    Booked known = fills.get(fill.key());
    if (known == null) {
      fills.put(fill.key(), new Booked(fill, owner));
      if (payout != null) {
        refold();
      } else if (fill.status() != FillStatus.VOIDED) {
        fold.book(fill, owner);
      }
      return true;
    }
    return correct(known, fill);
  }

  /** Ends the market, or corrects how it ended; false when it says nothing new. */
  boolean payOut(Payout next) {
    if (next.equals(payout)) {
      return false;
    }
    payout = next;
    refold();
    return true;
  }

  MarketState state() {
    var positions = Arrays.stream(Outcome.values()).map(this::position).toList();
    return new MarketState(positions, fold.earned(), fold.cash(), provisionalDollars());
  }

  Optional<Payout> payout() {
    return Optional.ofNullable(payout);
  }

  /** Shares that the payout ended, worthless ones too. */
  Quantity paidOut(Outcome outcome) {
    return fold.paidOut(outcome);
  }

  boolean hasFillOfOurs() {
    return fills.values().stream()
        .anyMatch(booked -> !booked.attribution().equals(Attribution.EXTERNAL));
  }

  /** Whether an order of ours filled something that cannot be taken back any more. */
  boolean hasFinalFillOfOurs() {
    return fills.values().stream()
        .filter(booked -> booked.fill().status() == FillStatus.FINAL)
        .anyMatch(booked -> !booked.attribution().equals(Attribution.EXTERNAL));
  }

  /** Whether something was booked since, or can still be taken back. */
  boolean isMovingSince(Instant moment) {
    if (payout != null && payout.at().isAfter(moment)) {
      return true;
    }
    return fills.values().stream()
        .map(Booked::fill)
        .anyMatch(f -> f.status() == FillStatus.PROVISIONAL || f.at().isAfter(moment));
  }

  /** What does not add up, one sentence each. */
  List<String> brokenIdentities() {
    var broken = new ArrayList<>(conflicts);
    if (!fold.oversold().isZero()) {
      broken.add(market + ": sold " + fold.oversold() + " shares more than were held");
    }
    if (payout == null) {
      long held = fold.held(Outcome.YES).e6() - fold.held(Outcome.NO).e6();
      long filled = netFilledE6() + fold.oversold().e6();
      if (fold.oversold().isZero() && held != filled) {
        broken.add(
            market + ": holds " + held + " e6 shares net of YES, its fills sum to " + filled);
      }
    }
    return broken;
  }

  /** What the venue paid beside what the shares were worth, when they differ by over a cent. */
  Optional<String> payoutDifference() {
    if (payout == null || !isFarFrom(payoutDue, payout.paid())) {
      return Optional.empty();
    }
    return Optional.of(market + ": paid " + payout.paid() + ", its shares were worth " + payoutDue);
  }

  private boolean correct(Booked known, Fill told) {
    Fill old = known.fill();
    boolean flipped =
        MarketFold.netsOutcomes(market.venue()) && !old.instrument().equals(told.instrument());
    Fill next = flipped ? told.ofOpposite() : told;
    boolean same =
        old.instrument().equals(next.instrument())
            && old.side() == next.side()
            && old.quantity().equals(next.quantity())
            && old.price().equals(next.price());
    if (!same) {
      String conflict = market + ": fill " + old.key() + " was reported with other numbers";
      if (!conflicts.contains(conflict)) {
        conflicts.add(conflict);
      }
      return false;
    }
    if (old.status() == FillStatus.VOIDED || next.status().compareTo(old.status()) < 0) {
      return false;
    }
    boolean money = !old.fee().equals(next.fee()) || next.status() == FillStatus.VOIDED;
    if (!money && next.status() == old.status()) {
      return false;
    }
    fills.put(next.key(), new Booked(next, known.attribution()));
    if (money) {
      refold();
    }
    return true;
  }

  private void refold() {
    fold = new MarketFold(market);
    for (Booked booked : fills.values()) {
      if (booked.fill().status() != FillStatus.VOIDED) {
        fold.book(booked.fill(), booked.attribution());
      }
    }
    payoutDue = payout == null ? Usd.ZERO : fold.payOut(payout);
  }

  private Position position(Outcome outcome) {
    var instrument = new Instrument(market, outcome);
    Quantity held = fold.held(outcome);
    Earned earned = fold.earnedOn(outcome);
    return new Position(
        instrument,
        held,
        held.min(provisionallyBought(instrument)),
        fold.cost(outcome),
        earned.fees(),
        earned.realised());
  }

  private Quantity provisionallyBought(Instrument instrument) {
    Quantity sum = Quantity.ZERO;
    for (Booked booked : fills.values()) {
      Fill fill = booked.fill();
      if (fill.status() == FillStatus.PROVISIONAL
          && fill.side() == Side.BUY
          && fill.instrument().equals(instrument)) {
        sum = sum.plus(fill.quantity());
      }
    }
    return sum;
  }

  private Usd provisionalDollars() {
    Usd sum = Usd.ZERO;
    for (Booked booked : fills.values()) {
      Fill fill = booked.fill();
      if (fill.status() == FillStatus.PROVISIONAL) {
        sum = sum.plus(Usd.of(fill.price(), fill.quantity(), Rounding.UP));
      }
    }
    return sum;
  }

  /** Shares of YES bought less sold, shares of NO counted against them. */
  private long netFilledE6() {
    long net = 0;
    for (Booked booked : fills.values()) {
      Fill fill = booked.fill();
      if (fill.status() != FillStatus.VOIDED) {
        boolean adds = (fill.side() == Side.BUY) == (fill.instrument().outcome() == Outcome.YES);
        net += adds ? fill.quantity().e6() : -fill.quantity().e6();
      }
    }
    return net;
  }

  private static boolean isFarFrom(Usd due, Usd paid) {
    return Math.abs(due.e6() - paid.e6()) > Usd.ofCents(1).e6();
  }
}
