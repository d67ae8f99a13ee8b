package pairdesk.engine.loop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.CashReport;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.portfolio.PortfolioChange;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * The portfolio with its pen: every change of it is written down. Of the paper portfolio only fills
 * and payouts are: they say all of it, and its rows would lie among the real ones.
 */
final class Ledger {
  private final Portfolio portfolio;
  private final Mode mode;
  private final Recovered.Money stored;
  private boolean changed;

  private Ledger(Portfolio portfolio, Mode mode, Recovered.Money stored) {
    this.portfolio = portfolio;
    this.mode = mode;
    this.stored = stored;
  }

  /**
   * @param stored the rows that the last process left
   */
  static Ledger real(Portfolio portfolio, Recovered.Money stored) {
    return new Ledger(portfolio, Mode.LIVE, stored);
  }

  static Ledger paper(Portfolio portfolio) {
    return new Ledger(portfolio, Mode.PAPER, Recovered.NOTHING.money());
  }

  Portfolio portfolio() {
    return portfolio;
  }

  /** Whether money moved since this was asked last. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /**
   * Writes what differs from its row, because fills are stored that the rows do not know of. It
   * goes with the first rows of the executions: these say what was spent, and {@link RestoredCash}
   * takes that as known to the cash.
   *
   * @param moving markets in which such fills may be: their positions are written whatever they are
   */
  void begin(Set<MarketId> moving, Turn turn) {
    portfolio.positions().stream()
        .filter(position -> moving.contains(position.instrument().market()))
        .forEach(position -> turn.write(new JournalRecord.PositionChanged(position, turn.now())));
    portfolio.pnl().stream()
        .filter(day -> !stored.pnl().contains(day))
        .forEach(day -> turn.write(new JournalRecord.PnlChanged(day)));
    for (CashPosition cash : portfolio.cash()) {
      stored.cash().stream()
          .filter(row -> row.venue().equals(cash.venue()) && row.shard() == cash.shard())
          .filter(row -> !row.total().equals(cash.total()))
          .forEach(_ -> turn.write(new JournalRecord.CashChanged(cash, turn.now())));
    }
  }

  /** Books a fill, or its next status. */
  void book(Fill fill, Attribution attribution, Turn turn) {
    turn.write(new JournalRecord.FillBooked(fill));
    write(portfolio.apply(fill, attribution), turn);
  }

  /** Books a fill of an order that is not ours, or no longer known; a known fill says nothing. */
  void bookExternal(Fill fill, Turn turn) {
    PortfolioChange change = portfolio.apply(fill, Attribution.EXTERNAL);
    if (!change.isEmpty()) {
      turn.write(new JournalRecord.FillBooked(fill));
      write(change, turn);
    }
  }

  void reserve(ClientOrderId id, Instrument instrument, Usd amount, Turn turn) {
    List<CashPosition> cash = portfolio.reserve(id, instrument, amount).cash();
    if (mode == Mode.LIVE) {
      cash.forEach(c -> turn.write(new JournalRecord.CashChanged(c, turn.now())));
    }
  }

  void release(ClientOrderId id, Turn turn) {
    write(portfolio.release(id), turn);
  }

  /** A payout that is known already changes nothing; people are told of the dollars once. */
  void pay(AccountSnapshot.Payout payout, Turn turn) {
    Optional<Usd> before = portfolio.payout(payout.market()).map(AccountSnapshot.Payout::paid);
    PortfolioChange change = portfolio.applyPayout(payout);
    if (!change.isEmpty()) {
      if (!before.equals(Optional.of(payout.paid()))) {
        turn.tell(new Notice.PaidOut(mode, payout, turn.now()));
      }
      turn.write(
          new JournalRecord.PayoutBooked(
              mode, payout.market(), payout.yesValueE4(), payout.paid(), payout.at()));
      write(change, turn);
    }
  }

  /**
   * @param quiet no order of ours is on its way there
   */
  CashReport cashReported(
      AccountSnapshot read, AccountSnapshot.Cash cash, boolean quiet, Turn turn) {
    CashReport compared = portfolio.cashReported(read.venue(), cash, read.readAt(), quiet);
    if (compared.opened()) {
      turn.write(new JournalRecord.CashChanged(compared.cash(), turn.now()));
    }
    changed = true;
    return compared;
  }

  /** The venue's figure counts from now on. */
  void acceptReported(VenueId venue, int shard, Turn turn) {
    turn.write(new JournalRecord.CashChanged(portfolio.acceptReported(venue, shard), turn.now()));
  }

  /** Realised less fees of this UTC day. */
  Usd netToday(Instant now) {
    return portfolio.net(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** Paper money is where our own ledger says that it is: every venue, confirmed now. */
  Set<VenueId> confirmed(Instant now) {
    var venues = new TreeSet<VenueId>();
    for (CashPosition cash : portfolio.cash()) {
      var own = new AccountSnapshot.Cash(cash.shard(), cash.total(), 1);
      portfolio.cashReported(cash.venue(), own, now);
      venues.add(cash.venue());
    }
    return venues;
  }

  private void write(PortfolioChange change, Turn turn) {
    changed |= !change.isEmpty();
    if (mode == Mode.PAPER) {
      return;
    }
    change.positions().forEach(p -> turn.write(new JournalRecord.PositionChanged(p, turn.now())));
    change.pnl().forEach(day -> turn.write(new JournalRecord.PnlChanged(day)));
    change.cash().forEach(c -> turn.write(new JournalRecord.CashChanged(c, turn.now())));
  }
}
