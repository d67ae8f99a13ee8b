package pairdesk.sandbox.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import pairdesk.engine.money.Quantity;

/** A family as Polymarket lists it. */
final class PolymarketRenderer {
  private static final int CENT_E4 = 100;

  private final Family family;
  private final Instant start;
  private final ZonedDateTime close;

  PolymarketRenderer(Family family, Instant start, ZonedDateTime close) {
    this.family = family;
    this.start = start;
    this.close = close;
  }

  PolymarketListing listing(Family.Entry entry) {
    Family.PolymarketTexts texts = family.polymarket();
    if (texts == null) {
      throw new IllegalStateException("not a family of Polymarket's: " + family.family());
    }
    var fill = new Texts(close, entry);
    String slug = fill.slug(texts.question());
    String name = family.family() + "/" + entry.code() + "/" + slug;
    return new PolymarketListing(
        new PolymarketListing.Ids(
            MadeUpIds.number("market " + name),
            MadeUpIds.hash("condition " + name),
            MadeUpIds.hash("question " + name),
            MadeUpIds.token("yes " + name),
            MadeUpIds.token("no " + name)),
        event(texts, fill, entry),
        new PolymarketListing.Texts(
            fill.fill(texts.question()),
            slug,
            fill.fill(texts.rules()),
            texts.item() == null ? "" : fill.fill(texts.item())),
        outcomes(texts, fill),
        new PolymarketListing.Times(
            start.minus(Duration.ofDays(25)), start.minus(Duration.ofDays(24)), close.toInstant()),
        trading(texts));
  }

  private PolymarketEvent event(Family.PolymarketTexts texts, Texts fill, Family.Entry entry) {
    // Markets that exclude each other share an event, others stand in one of their own.
    String own = family.exclusive() ? "" : "/" + entry.code();
    String name = family.family() + own;
    String slug = fill.slug(family.exclusive() ? texts.slug() : texts.slug() + " {code}");
    return new PolymarketEvent(
        MadeUpIds.number("event " + name),
        slug,
        fill.fill(texts.title()),
        fill.fill(texts.rules()),
        family.exclusive(),
        family.exclusive() ? MadeUpIds.hash("group " + name) : "",
        List.of(family.category()));
  }

  private static List<String> outcomes(Family.PolymarketTexts texts, Texts fill) {
    return texts.outcomes() == null
        ? List.of("Yes", "No")
        : texts.outcomes().stream().map(fill::fill).toList();
  }

  private PolymarketListing.Trading trading(Family.PolymarketTexts texts) {
    String category = family.category().toLowerCase(Locale.ROOT);
    return new PolymarketListing.Trading(
        texts.tickE4() == null ? CENT_E4 : texts.tickE4(),
        Quantity.ofShares(5),
        category + "_fees",
        feeRateE4());
  }

  private int feeRateE4() {
    return switch (family.category()) {
      case "Crypto" -> 700;
      case "Politics", "Finance", "Tech" -> 400;
      case "World" -> 0;
      default -> 500;
    };
  }
}
