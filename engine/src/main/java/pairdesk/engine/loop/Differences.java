package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Part;

/**
 * Compares a read of an account with our books, where nothing is on its way that could explain a
 * difference: reads lag, and their parts are not of one moment.
 */
final class Differences {
  private static final Duration LAG = Duration.ofSeconds(5);

  private final Orders orders;
  private final Ledger ledger;
  private final Redemptions redemptions;

  Differences(Orders orders, Ledger ledger, Redemptions redemptions) {
    this.orders = orders;
    this.ledger = ledger;
    this.redemptions = redemptions;
  }

  /** Each in one sentence with both numbers. */
  Set<String> find(AccountSnapshot snapshot, Instant fillsSince) {
    var found = new TreeSet<String>();
    if (snapshot.complete().contains(Part.HOLDINGS)) {
      found.addAll(holdings(snapshot));
    }
    if (snapshot.complete().contains(Part.FILLS)) {
      found.addAll(missingFills(snapshot, fillsSince));
    }
    return found;
  }

  private List<String> holdings(AccountSnapshot snapshot) {
    var theirs = new HashMap<Instrument, Quantity>();
    snapshot.holdings().stream()
        .filter(h -> !h.isWorthless())
        .forEach(h -> theirs.merge(h.instrument(), h.quantity(), Quantity::plus));
    Set<MarketId> moving = moving(snapshot.venue(), snapshot.readAt());
    moving.addAll(redemptions.moving(snapshot.venue()));
    var found = new ArrayList<String>();
    for (Position ours : ledger.portfolio().positions()) {
      Instrument instrument = ours.instrument();
      if (!instrument.venue().equals(snapshot.venue()) || moving.contains(instrument.market())) {
        continue;
      }
      Quantity there = theirs.getOrDefault(instrument, Quantity.ZERO);
      Quantity certain = ours.quantity().minusOrZero(ours.provisional());
      if (there.isGreaterThan(ours.quantity()) || there.isLessThan(certain)) {
        found.add(
            "%s: we hold %s shares by our fills, the venue says %s"
                .formatted(instrument, ours.quantity(), there));
      }
    }
    return found;
  }

  /** Fills that we have and that a complete list of the venue, late enough, does not show. */
  private List<String> missingFills(AccountSnapshot snapshot, Instant since) {
    var listed = new HashSet<Fill.Key>();
    snapshot.fills().forEach(fill -> listed.add(fill.key()));
    Instant until = snapshot.readAt().minus(LAG);
    var found = new ArrayList<String>();
    for (ClientOrder order : orders.all()) {
      if (!order.intent().instrument().venue().equals(snapshot.venue())) {
        continue;
      }
      for (Fill fill : order.fills()) {
        boolean expected =
            fill.status() != FillStatus.VOIDED
                && fill.at().isAfter(since.plus(LAG))
                && fill.at().isBefore(until);
        if (expected && !listed.contains(fill.key())) {
          found.add(
              "%s: our fill %s of %s shares is not in the venue's list"
                  .formatted(fill.instrument(), fill.key().trade(), fill.quantity()));
        }
      }
    }
    return found;
  }

  /** Markets in which an order or a fresh fill may explain anything. */
  private Set<MarketId> moving(VenueId venue, Instant readAt) {
    var moving = new HashSet<MarketId>();
    for (ClientOrder order : orders.all()) {
      boolean fresh = order.report().at().isAfter(readAt.minus(LAG));
      if (order.intent().instrument().venue().equals(venue) && (fresh || !order.isSettled())) {
        moving.add(order.intent().instrument().market());
      }
    }
    return moving;
  }

  /** Nothing of ours is on its way at this venue. */
  boolean isQuiet(VenueId venue, Instant readAt) {
    return moving(venue, readAt).isEmpty();
  }
}
