package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.RedeemOutcome;

/**
 * Winnings that a venue pays only on demand. What an account's read shows to be redeemable, and our
 * books hold, is asked for until it is paid: by itself in LIVE, and in the other modes where LIVE
 * had bought it; never during a halt. Worthless shares end without a call.
 */
final class Redemptions {
  private static final Duration ASK_FIRST = Duration.ofSeconds(5);
  private static final Duration ASK_AT_LEAST = Duration.ofMinutes(1);
  private static final Duration RETRY_FIRST = Duration.ofSeconds(30);
  private static final Duration RETRY_AT_LEAST = Duration.ofMinutes(30);

  /** After this people are told that a call does not end. */
  private static final Duration LONG = Duration.ofMinutes(10);

  /** Reads of the account may lag so long behind a payment. */
  private static final Duration SETTLING = Duration.ofMinutes(5);

  private final Parts parts;
  private final Map<MarketId, Pursuit> pursuits = new TreeMap<>();

  private enum Stage {
    /** To be asked for when it is due. */
    WAITING,
    /** An answer is under way. */
    ASKED,
    /** A call is out whose end is not known. */
    OPEN,
    BY_HAND,
    /** The shares have left the account without us: what they paid is looked for. */
    GONE,
    PAID
  }

  /**
   * @param since it is in this stage, or began to fail
   * @param tries answers in a row that were not payment
   * @param note for people
   */
  private record Pursuit(
      Claim claim, Stage stage, Instant since, Instant due, int tries, String note) {

    static Pursuit found(Claim claim, Instant now) {
      return new Pursuit(claim, Stage.WAITING, now, now, 0, "to be redeemed");
    }

    Pursuit of(Claim newest) {
      return new Pursuit(newest, stage, since, due, tries, note);
    }

    Pursuit in(Stage next, Instant now) {
      return new Pursuit(claim, next, now, now, tries, note);
    }

    Pursuit asked() {
      return new Pursuit(claim, Stage.ASKED, since, due, tries, note);
    }

    Pursuit again(Stage next, Instant at, String why) {
      return new Pursuit(claim, next, since, at, tries + 1, why);
    }

    boolean isOurTurn() {
      return stage == Stage.WAITING || stage == Stage.OPEN;
    }
  }

  Redemptions(Parts parts) {
    this.parts = parts;
  }

  /** What a read of an account says of winnings, and of those that are no longer there. */
  void reported(AccountSnapshot snapshot, Turn turn) {
    if (!snapshot.complete().contains(Part.HOLDINGS)) {
      return;
    }
    Map<MarketId, Claim> claims = snapshot.claims();
    claims.values().stream()
        .filter(claim -> holds(claim.market()))
        .forEach(claim -> {
          if (claim.worth().isZero()) {
            pay(claim, Usd.ZERO, turn);
          } else {
            pursuits.merge(
                claim.market(), Pursuit.found(claim, turn.now()), (known, _) -> known.of(claim));
          }
        });
    pursuits.replaceAll((market, pursuit) -> {
      boolean left = market.venue().equals(snapshot.venue()) && !claims.containsKey(market);
      boolean without = pursuit.stage() == Stage.WAITING || pursuit.stage() == Stage.BY_HAND;
      return left && without ? pursuit.in(Stage.GONE, turn.now()) : pursuit;
    });
  }

  /** An answer to what was asked, or about a call of before a restart. */
  void answered(Claim claim, RedeemOutcome outcome, Turn turn) {
    Pursuit before = pursuits.getOrDefault(claim.market(), Pursuit.found(claim, turn.now()));
    switch (outcome) {
      case RedeemOutcome.Paid(var paid, _) -> {
        pay(claim, paid, turn);
        pursuits.put(claim.market(), before.in(Stage.PAID, turn.now()));
      }
      case RedeemOutcome.Allowed _ ->
          pursuits.put(claim.market(), Pursuit.found(before.claim(), turn.now()));
      case RedeemOutcome.Open(var why) -> open(before, why, turn);
      case RedeemOutcome.Missing(var why) -> open(before, why, turn);
      case RedeemOutcome.Failed(var why) -> failed(before, why, turn);
      case RedeemOutcome.ByHand(var why) -> byHand(before, why, turn);
    }
  }

  private void open(Pursuit before, String why, Turn turn) {
    Instant due = turn.now().plus(pause(ASK_FIRST, ASK_AT_LEAST, before.tries()));
    boolean wasShort = turn.now().isBefore(before.since().plus(LONG));
    boolean isLong = !due.isBefore(before.since().plus(LONG));
    pursuits.put(
        before.claim().market(),
        before.again(Stage.OPEN, due, "a redemption is under way: " + why));
    if (wasShort && isLong) {
      turn.alarm(
          "redeem-open",
          "The redemption of %s, worth %s, has not ended for %d minutes: %s. It is asked about again and again, and not sent a second time meanwhile."
              .formatted(before.claim().market(), before.claim().worth(), LONG.toMinutes(), why));
    }
  }

  private void failed(Pursuit before, String why, Turn turn) {
    Instant due = turn.now().plus(pause(RETRY_FIRST, RETRY_AT_LEAST, before.tries()));
    pursuits.put(
        before.claim().market(), before.again(Stage.WAITING, due, "not redeemed yet: " + why));
    if (before.tries() == 0) {
      turn.alarm(
          "redeem-failed",
          "%s of %s could not be redeemed: %s. The shares stay ours; it is tried again, at least every %d minutes."
              .formatted(
                  before.claim().worth(),
                  before.claim().market(),
                  why,
                  RETRY_AT_LEAST.toMinutes()));
    }
  }

  private void byHand(Pursuit before, String why, Turn turn) {
    pursuits.put(
        before.claim().market(),
        before.again(Stage.BY_HAND, turn.now(), "to be redeemed by hand: " + why));
    turn.alarm(
        "redeem-by-hand",
        "%s of %s is won and must be redeemed at the venue's website: %s"
            .formatted(before.claim().worth(), before.claim().market(), why));
  }

  /** Asks for what is due, and lets go of what is over. */
  void look(Turn turn) {
    pursuits.values().removeIf(pursuit -> isOver(pursuit, turn.now()));
    pursuits.replaceAll((_, pursuit) -> {
      if (!pursuit.isOurTurn() || !may(pursuit.claim().market())) {
        return pursuit;
      }
      if (turn.now().isBefore(pursuit.due())) {
        turn.lookAgain(pursuit.due());
        return pursuit;
      }
      turn.ask(new Effect.Redeem(pursuit.claim()));
      return pursuit.asked();
    });
  }

  private boolean isOver(Pursuit pursuit, Instant now) {
    return switch (pursuit.stage()) {
      case WAITING, ASKED, OPEN, BY_HAND -> false;
      case GONE -> !holds(pursuit.claim().market()) || !now.isBefore(pursuit.since().plus(LONG));
      case PAID -> !now.isBefore(pursuit.since().plus(SETTLING));
    };
  }

  private boolean may(MarketId market) {
    Portfolio portfolio = parts.ledger().portfolio();
    boolean live = parts.desk().controls().mode() == Mode.LIVE || portfolio.isBoughtByUs(market);
    boolean still =
        portfolio.provisional(market).isZero()
            && parts.orders().unsettled().stream()
                .noneMatch(order -> order.intent().instrument().market().equals(market));
    return live && still && !parts.desk().controls().halted();
  }

  /** Markets whose shares and dollars may be on their way, so that reads need not agree. */
  Set<MarketId> moving(VenueId venue) {
    return pursuits.entrySet().stream()
        .filter(e -> e.getKey().venue().equals(venue) && isMoving(e.getValue().stage()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isMoving(Stage stage) {
    return switch (stage) {
      case ASKED, OPEN, GONE, PAID -> true;
      case WAITING, BY_HAND -> false;
    };
  }

  /** What is won and not paid yet. */
  List<EngineView.Winnings> view() {
    return pursuits.values().stream()
        .filter(p -> p.stage() != Stage.PAID && p.stage() != Stage.GONE)
        .map(p -> new EngineView.Winnings(p.claim(), p.note()))
        .toList();
  }

  private void pay(Claim claim, Usd paid, Turn turn) {
    parts
        .ledger()
        .pay(
            new AccountSnapshot.Payout(claim.market(), claim.yesValueE4(), paid, turn.now()), turn);
  }

  private boolean holds(MarketId market) {
    Portfolio portfolio = parts.ledger().portfolio();
    return !portfolio.position(market.yes()).quantity().isZero()
        || !portfolio.position(market.no()).quantity().isZero();
  }

  /** Doubled with each try. */
  private static Duration pause(Duration first, Duration longest, int tries) {
    Duration pause = first.multipliedBy(1L << Math.min(tries, 10));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
