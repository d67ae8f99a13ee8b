package pairdesk.sandbox.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.catalogue.KalshiListing.Grid;
import pairdesk.sandbox.exchange.FeeTerms;

/** A family as Kalshi lists it. */
final class KalshiRenderer {
  private static final int CRYPTO_SHARD = 2;
  private static final int SPORTS_SHARD = 3;

  private final Family family;
  private final Instant start;
  private final ZonedDateTime close;

  KalshiRenderer(Family family, Instant start, ZonedDateTime close) {
    this.family = family;
    this.start = start;
    this.close = close;
  }

  KalshiListing listing(Family.Entry entry) {
    Family.KalshiTexts texts = family.kalshi();
    if (texts == null) {
      throw new IllegalStateException("not a family of Kalshi's: " + family.family());
    }
    var fill = new Texts(close, entry);
    KalshiEvent event = event(texts, fill);
    String ending = texts.listing() == null ? "{code}" : texts.listing();
    return new KalshiListing(
        event.ticker() + "-" + fill.fill(ending),
        event,
        new KalshiListing.Texts(
            fill.fill(texts.market()),
            fill.fill(texts.yes()),
            fill.fill(texts.yes()),
            fill.fill(texts.rules()),
            fill.fill(texts.more())),
        times(),
        grid(texts.grid()),
        strike(texts, entry));
  }

  private KalshiEvent event(Family.KalshiTexts texts, Texts fill) {
    String ending = texts.event() == null ? "{dayTag}" : texts.event();
    return new KalshiEvent(
        texts.series() + "-" + fill.fill(ending),
        new KalshiSeries(
            texts.series(),
            texts.seriesTitle(),
            family.category(),
            "custom",
            List.of(),
            new FeeTerms.Kalshi(FeeTerms.MakerFee.NONE, 1_000)),
        fill.fill(texts.title()),
        fill.fill("Closes {date}"),
        family.exclusive() || listsBothSides(),
        shard());
  }

  /** A game lists each team, and only one of them wins. */
  private boolean listsBothSides() {
    return family.entries().stream().anyMatch(e -> e.question() != null);
  }

  private int shard() {
    return switch (family.category()) {
      case "Crypto" -> CRYPTO_SHARD;
      case "Basketball", "Baseball", "Tennis" -> SPORTS_SHARD;
      default -> 0;
    };
  }

  private KalshiListing.Times times() {
    Instant closes = close.toInstant();
    return new KalshiListing.Times(
        start.minus(Duration.ofDays(20)),
        start.minus(Duration.ofDays(19)),
        closes,
        closes.plus(Duration.ofHours(10)),
        closes.plus(Duration.ofDays(7)));
  }

  private static Grid grid(@Nullable String name) {
    return name == null ? Grid.LINEAR_CENT : Grid.valueOf(name);
  }

  private static KalshiListing.@Nullable Strike strike(
      Family.KalshiTexts texts, Family.Entry entry) {
    return texts.strike() == null
        ? null
        : new KalshiListing.Strike(
            texts.strike(), entry.values().get("floor"), entry.values().get("cap"));
  }
}
