package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.portfolio.CashReport;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Part;
import pairdesk.engine.venue.OrderUpdate;

/**
 * Has every venue's account read again and again, feeds what it says into the same path as the
 * streams, and compares the rest. A difference counts when two reads in a row show it. A venue that
 * could not be read is unknown, not empty: what was thought of it before stands.
 */
final class Reconciler {
  private static final Set<Part> NEEDED =
      EnumSet.of(Part.CASH, Part.HOLDINGS, Part.OPEN_ORDERS, Part.FILLS);

  /** What moves cash; without it a difference may have its reason in what was not read. */
  private static final EnumSet<Part> EXPLAINS_CASH = EnumSet.of(Part.FILLS, Part.PAYOUTS);

  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Parts parts;
  private final Facts facts;
  private final Differences differences;
  private final EngineSettings.Reads rhythm;
  private final Map<VenueId, Account> accounts = new TreeMap<>();

  /** Who takes in what a read says. */
  record Facts(OrderFacts orders, Fills fills, Redemptions redemptions) {}

  /**
   * @param asked when a read was asked for last
   * @param answered when one was answered last
   * @param since from when on fills were asked for in the read that runs
   * @param read when the last complete read of fills was begun
   */
  private record Account(
      Instant asked, Instant answered, Instant since, Instant read, Findings findings) {}

  /**
   * @param suspected seen in the last read, not yet confirmed
   * @param at the epoch when nothing was ever concluded
   */
  private record Findings(Instant at, boolean clean, Set<String> confirmed, Set<String> suspected) {
    static final Findings NONE = new Findings(Instant.EPOCH, false, Set.of(), Set.of());
  }

  /**
   * @param lastRead per venue, when its account was read last before this start
   */
  Reconciler(
      Parts parts, Facts facts, EngineSettings.Reads rhythm, Map<VenueId, Instant> lastRead) {
    this.parts = parts;
    this.facts = facts;
    this.differences = new Differences(parts.orders(), parts.ledger(), facts.redemptions());
    this.rhythm = rhythm;
    lastRead.forEach((venue, read) ->
        accounts.put(venue, new Account(Instant.EPOCH, Instant.EPOCH, read, read, Findings.NONE)));
  }

  /**
   * Venues whose last account was explained in full, and whose cash has a ledger.
   *
   * @param since a whole read that is older says nothing any more: of later ones a part was missing
   */
  Set<VenueId> clean(Instant since) {
    var clean = new TreeSet<VenueId>();
    accounts.forEach((venue, account) -> {
      Findings findings = account.findings();
      if (findings.clean() && !findings.at().isBefore(since) && !isOpening(venue)) {
        clean.add(venue);
      }
    });
    return clean;
  }

  EngineView.Reconciliation view(VenueId venue) {
    Findings findings = account(venue).findings();
    return new EngineView.Reconciliation(
        findings.at(),
        findings.clean() && !isOpening(venue),
        isOpening(venue) && findings.confirmed().isEmpty()
            ? "its cash is not certain while an order or a fill is under way"
            : String.join("; ", findings.confirmed()));
  }

  private boolean isOpening(VenueId venue) {
    return parts.ledger().portfolio().isOpening(venue);
  }

  /** The stream may have missed something: nothing new until the account was read. */
  void doubt(VenueId venue) {
    Account account = account(venue);
    Findings before = account.findings();
    accounts.put(
        venue,
        new Account(
            Instant.EPOCH,
            account.answered(),
            account.since(),
            account.read(),
            new Findings(before.at(), false, before.confirmed(), before.suspected())));
  }

  /** Something was paid, or is about to be: the account is read now. */
  void soon(VenueId venue) {
    Account account = account(venue);
    accounts.put(
        venue,
        new Account(
            Instant.EPOCH,
            account.answered(),
            account.since(),
            account.read(),
            account.findings()));
  }

  /** Where a market that we hold has settled, its payout is looked for at once. */
  void settled(Set<MarketId> changed) {
    for (MarketId id : changed) {
      boolean settled =
          parts
              .markets()
              .market(id)
              .map(m -> m.life().status() == MarketStatus.SETTLED)
              .orElse(false);
      if (settled && parts.ledger().portfolio().committedMarkets().contains(id)) {
        soon(id.venue());
      }
    }
  }

  /** Asks for the reads that are due. */
  void look(Turn turn) {
    parts.desk().takeDoubtful().forEach(this::doubt);
    boolean busy = !parts.executions().isIdle() || !parts.orders().unsettled().isEmpty();
    for (VenueId venue : parts.venues().ids()) {
      Account account = account(venue);
      boolean often = busy || !account.findings().clean() || isOpening(venue);
      Instant due = due(account, often);
      if (turn.now().isBefore(due)) {
        turn.lookAgain(due);
      } else {
        Instant since = account.read().minus(rhythm.overlap());
        turn.ask(new Effect.ReadAccount(venue, since));
        accounts.put(
            venue,
            new Account(turn.now(), account.answered(), since, account.read(), account.findings()));
        turn.lookAgain(turn.now().plus(often ? rhythm.busy() : rhythm.idle()));
      }
    }
  }

  void reported(AccountSnapshot snapshot, Turn turn) {
    Account account = account(snapshot.venue());
    snapshot.fills().forEach(fill -> facts.fills().reported(fill, turn));
    snapshot.openOrders().forEach(update -> facts.orders().updated(update, turn));
    if (snapshot.complete().contains(Part.OPEN_ORDERS)) {
      doubtMissing(snapshot, turn);
    }
    snapshot.payouts().forEach(payout -> parts.ledger().pay(payout, turn));
    facts.redemptions().reported(snapshot, turn);
    cash(snapshot, turn);
    Findings findings =
        snapshot.complete().containsAll(NEEDED)
            ? concluded(snapshot, account, turn)
            : account.findings();
    boolean fillsRead = snapshot.complete().contains(Part.FILLS);
    accounts.put(
        snapshot.venue(),
        new Account(
            account.asked(),
            turn.now(),
            account.since(),
            fillsRead ? snapshot.readAt() : account.read(),
            findings));
  }

  /** Orders of ours that rest by our books and are not in a complete list: ask for each. */
  private void doubtMissing(AccountSnapshot snapshot, Turn turn) {
    var listed = new TreeSet<String>();
    for (OrderUpdate update : snapshot.openOrders()) {
      parts.orders().find(update).ifPresent(order -> listed.add(order.id().value()));
    }
    for (ClientOrder order : parts.orders().unsettled()) {
      boolean rests = order.state() == OrderState.LIVE || order.state() == OrderState.PARTLY;
      if (rests
          && order.intent().instrument().venue().equals(snapshot.venue())
          && order.report().at().isBefore(snapshot.readAt())
          && !listed.contains(order.id().value())) {
        parts.resolver().doubt(order.id(), turn);
      }
    }
  }

  /**
   * While something is on its way, or the fills and payouts beside it could not be read, ledger and
   * report may differ without meaning anything.
   */
  private void cash(AccountSnapshot snapshot, Turn turn) {
    if (!snapshot.complete().contains(Part.CASH)) {
      return;
    }
    VenueId venue = snapshot.venue();
    boolean quiet =
        snapshot.complete().containsAll(EXPLAINS_CASH)
            && differences.isQuiet(venue, snapshot.readAt())
            && facts.redemptions().moving(venue).isEmpty();
    for (AccountSnapshot.Cash cash : snapshot.cash()) {
      CashReport report = parts.ledger().cashReported(snapshot, cash, quiet, turn);
      if (report.isAlarming()) {
        turn.alarm(
            "cash-difference",
            "%s reports %s of cash on shard %d, our ledger says %s: a deposit, a withdrawal, or a fee that we did not know. The venue's figure counts from now on."
                .formatted(venue.label(), cash.total(), cash.shard(), report.cash().total()));
        parts.ledger().acceptReported(venue, cash.shard(), turn);
        parts.desk().on(new BreakerFact.CashMoved(report.difference()), turn);
      }
    }
  }

  private Findings concluded(AccountSnapshot snapshot, Account account, Turn turn) {
    Set<String> found = differences.find(snapshot, account.since());
    Findings before = account.findings();
    var confirmed = new TreeSet<>(found);
    confirmed.removeIf(f -> !before.suspected().contains(f) && !before.confirmed().contains(f));
    boolean clean = found.isEmpty();
    var next = new Findings(turn.now(), clean, confirmed, found);
    boolean news = clean != before.clean() || !confirmed.equals(before.confirmed());
    if (news || before.at().equals(Instant.EPOCH)) {
      String text = String.join("; ", found);
      turn.write(new JournalRecord.Reconciled(snapshot.venue(), clean, text, turn.now()));
    }
    if (!confirmed.isEmpty() && !confirmed.equals(before.confirmed())) {
      turn.alarm(
          "reconcile-difference",
          "%s and our books differ: %s. No entries until it is explained; nothing is traded to correct it."
              .formatted(snapshot.venue().label(), String.join("; ", confirmed)));
    }
    return next;
  }

  private Instant due(Account account, boolean often) {
    boolean waits = account.asked().isAfter(account.answered());
    Duration pause = waits ? ANSWER : often ? rhythm.busy() : rhythm.idle();
    return account.asked().equals(Instant.EPOCH) ? Instant.EPOCH : account.asked().plus(pause);
  }

  private Account account(VenueId venue) {
    Account known = accounts.get(venue);
    if (known == null) {
      throw new IllegalStateException("no such venue: " + venue);
    }
    return known;
  }
}
