package pairdesk.engine.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * Cash per venue and shard: what our ledger says, and what the venue last said. A ledger is opened
 * by a report beside which nothing moves; before that every report replaces it.
 */
final class CashLedger {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::venue).thenComparingInt(Place::shard);

  private final Map<Place, Account> accounts = new TreeMap<>(ORDER);

  /** Where cash lies. */
  record Place(VenueId venue, int shard) {}

  /**
   * @param reported null until the venue has said something
   * @param opened the total has a beginning that is certain
   */
  private record Account(Usd total, @Nullable Usd reported, Instant reportedAt, boolean opened) {
    static final Account UNKNOWN = new Account(Usd.ZERO, null, Instant.EPOCH, false);
  }

  void restore(CashPosition row) {
    accounts.put(
        new Place(row.venue(), row.shard()),
        new Account(row.total(), row.total(), row.reportedAt(), true));
  }

  void add(Place place, Usd change) {
    Account account = account(place);
    accounts.put(
        place,
        new Account(
            account.total.plus(change), account.reported, account.reportedAt, account.opened));
  }

  /**
   * Takes the venue's word, and how far off we are.
   *
   * @param conclusive nothing moves beside it: it opens the ledger if nothing has
   */
  Usd report(Place place, AccountSnapshot.Cash report, Instant at, boolean conclusive) {
    Account account = account(place);
    Usd total = account.opened ? account.total : report.total();
    accounts.put(place, new Account(total, report.total(), at, account.opened || conclusive));
    long off = report.total().e6() - total.e6();
    // the venue cuts what is finer than its precision
    return off <= 0 && off > -report.precisionE6() ? Usd.ZERO : Usd.ofE6(off);
  }

  /** Makes the venue's word ours: a deposit, a withdrawal, a difference that was explained. */
  void accept(Place place) {
    Account account = account(place);
    if (account.reported != null) {
      accounts.put(
          place, new Account(account.reported, account.reported, account.reportedAt, true));
    }
  }

  boolean isOpened(Place place) {
    return account(place).opened;
  }

  /** Whether a report is known and has opened nothing yet. */
  boolean isOpening(VenueId venue) {
    for (Map.Entry<Place, Account> entry : accounts.entrySet()) {
      Account account = entry.getValue();
      if (account.reported != null && !account.opened && entry.getKey().venue.equals(venue)) {
        return true;
      }
    }
    return false;
  }

  Usd total(Place place) {
    return account(place).total;
  }

  Instant reportedAt(Place place) {
    return account(place).reportedAt;
  }

  /** The lower of ledger and report; zero until the venue has said something. */
  Usd usable(Place place) {
    return usable(account(place));
  }

  /** Of all places. */
  Usd usable() {
    Usd sum = Usd.ZERO;
    for (Account account : accounts.values()) {
      sum = sum.plus(usable(account));
    }
    return sum;
  }

  Iterable<Place> places() {
    return accounts.keySet();
  }

  private static Usd usable(Account account) {
    return account.reported == null ? Usd.ZERO : account.total.min(account.reported);
  }

  private Account account(Place place) {
    return accounts.getOrDefault(place, Account.UNKNOWN);
  }
}
