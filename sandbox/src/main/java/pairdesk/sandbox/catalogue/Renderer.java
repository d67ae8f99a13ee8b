package pairdesk.sandbox.catalogue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.market.MarketId;

/** Makes the listings of both venues from families, with dates counted from the sandbox's start. */
final class Renderer {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final Instant start;
  private final List<KalshiListing> kalshi = new ArrayList<>();
  private final List<PolymarketListing> polymarket = new ArrayList<>();
  private final Map<MarketId, Asks> asks = new HashMap<>();

  Renderer(Instant start) {
    this.start = start.truncatedTo(ChronoUnit.SECONDS);
  }

  Catalogue render(List<Family> families) {
    families.forEach(this::render);
    return new Catalogue(kalshi, polymarket, asks);
  }

  private void render(Family family) {
    ZonedDateTime close =
        start
            .atZone(Texts.NEW_YORK)
            .plusDays(family.closesInDays())
            .with(LAST_MINUTE)
            .truncatedTo(ChronoUnit.MINUTES);
    var onKalshi = new KalshiRenderer(family, start, close);
    var onPolymarket = new PolymarketRenderer(family, start, close);
    for (Family.Entry entry : family.entries()) {
      if (entry.on().contains("K")) {
        KalshiListing listing = onKalshi.listing(entry);
        kalshi.add(listing);
        asks.put(listing.id(), asks(family, entry, "K"));
      }
      if (entry.on().contains("P")) {
        PolymarketListing listing = onPolymarket.listing(entry);
        polymarket.add(listing);
        asks.put(listing.id(), asks(family, entry, "P"));
      }
    }
  }

  private static Asks asks(Family family, Family.Entry entry, String venue) {
    String code = entry.question() == null ? entry.code() : entry.question();
    String group = family.exclusive() ? family.family() : "";
    var question = new Question(family.family() + ":" + code, group, entry.percent());
    boolean inverted = entry.inverted() != null && entry.inverted().contains(venue);
    return new Asks(question, inverted);
  }
}
