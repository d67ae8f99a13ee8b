package pairdesk.engine.risk.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.strategy.MarketView;

/**
 * Since a leg became cheaper, the other venue has confirmed its own book: by a change, or by a read
 * that began after it. What makes a price fall makes both venues move, and the news of one arrives
 * first; until the other has spoken, the gap between them may not exist.
 *
 * <p>Legs of one venue do not wait for each other: one stream tells of both in their order.
 *
 * @param before how much earlier than the fall a confirmation may be: what both streams tell of one
 *     moment does not arrive at once. Zero or more
 */
public record BooksConfirmedRule(Duration before) implements RiskRule {
  public static final String NAME = "books-confirmed";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Verdict judge(Opportunity.Bundle bundle, RiskContext context) {
    for (Leg leg : bundle.legs()) {
      Optional<Leg> fallen = fallenSince(leg, bundle, context.markets());
      if (fallen.isPresent()) {
        return new Verdict.Refuse(name(), why(leg, fallen.get(), context.markets()));
      }
    }
    return new Verdict.Allow();
  }

  /** The markets whose books this bundle waits for. */
  public Set<MarketId> waitsFor(Opportunity.Bundle bundle, MarketView markets) {
    var waiting = new TreeSet<MarketId>();
    for (Leg leg : bundle.legs()) {
      if (fallenSince(leg, bundle, markets).isPresent()) {
        waiting.add(leg.instrument().market());
      }
    }
    return waiting;
  }

  /** A leg elsewhere that became cheaper after this one's book was confirmed. */
  private Optional<Leg> fallenSince(Leg leg, Opportunity.Bundle bundle, MarketView markets) {
    Optional<Book> book = markets.book(leg.instrument());
    if (book.isEmpty()) {
      return Optional.empty(); // other rules refuse a leg without a book
    }
    Instant covered = book.get().confirmedAt().plus(before);
    for (Leg other : bundle.legs()) {
      if (!other.instrument().venue().equals(leg.instrument().venue())) {
        Optional<Instant> fell = markets.cheaperSince(other.instrument());
        if (fell.isPresent() && fell.get().isAfter(covered)) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  private String why(Leg leg, Leg fallen, MarketView markets) {
    Duration lead =
        Duration.between(
            markets.book(leg.instrument()).map(Book::confirmedAt).orElseThrow(),
            markets.cheaperSince(fallen.instrument()).orElseThrow());
    return "%s became cheaper %d ms after the book of %s was confirmed, of at most %d: read again"
        .formatted(
            fallen.instrument(),
            lead.toMillis(),
            leg.instrument().venue().label(),
            before.toMillis());
  }
}
