package pairdesk.sandbox.wire.polymarket.listing;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.sandbox.catalogue.PolymarketListing;

/** One outcome of a market, which is what is traded here. */
public record Token(PolymarketListing listing, Outcome outcome) {

  /** The token id, a decimal number. */
  public String id() {
    return listing.token(outcome);
  }

  public MarketId market() {
    return listing.id();
  }

  /** The outcome as shown: {@code Yes}. */
  public String label() {
    return listing.outcomes().get(index());
  }

  /** 0 for the first outcome, 1 for the second. */
  public int index() {
    return outcome == Outcome.YES ? 0 : 1;
  }

  public Token other() {
    return new Token(listing, outcome.opposite());
  }
}
