package pairdesk.bot.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.catalogue.PolymarketListing;

/** The sandbox's catalogue as the matcher reads it. */
final class SandboxListings {
  private SandboxListings() {}

  static List<Listing> all(Catalogue catalogue) {
    List<Listing> listings = new ArrayList<>();
    catalogue.kalshi().forEach(listing -> listings.add(listing(listing)));
    catalogue.polymarket().forEach(listing -> listings.add(listing(listing)));
    return listings;
  }

  static Listing listing(KalshiListing listing) {
    KalshiListing.Texts texts = listing.texts();
    return new Listing(
        listing.id(),
        listing.event().ticker(),
        new Listing.Texts(
            listing.event().title(),
            texts.title(),
            "",
            (texts.rulesPrimary() + "\n" + texts.rulesSecondary()).strip()),
        new Listing.Names(
            texts.yesSubTitle(), texts.yesSubTitle(), texts.noSubTitle(), "", listing.ticker()),
        strike(listing.strike()),
        new Listing.Dates(listing.times().close(), listing.times().expected()));
  }

  private static Listing.Strike strike(KalshiListing.@Nullable Strike strike) {
    return strike == null
        ? Listing.Strike.NONE
        : new Listing.Strike(strike.type(), text(strike.floor()), text(strike.cap()));
  }

  private static String text(@Nullable String decimal) {
    return decimal == null ? "" : decimal;
  }

  static Listing listing(PolymarketListing listing) {
    PolymarketListing.Texts texts = listing.texts();
    return new Listing(
        listing.id(),
        listing.event().slug(),
        new Listing.Texts(listing.event().title(), texts.question(), "", texts.description()),
        new Listing.Names(
            texts.groupItemTitle(),
            listing.outcomes().getFirst(),
            listing.outcomes().getLast(),
            "",
            texts.slug()),
        Listing.Strike.NONE,
        new Listing.Dates(listing.times().end(), null));
  }
}
