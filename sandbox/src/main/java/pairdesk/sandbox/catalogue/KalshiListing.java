package pairdesk.sandbox.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.PriceGrid;

/** A market on Kalshi as it is listed. */
public record KalshiListing(
    String ticker,
    KalshiEvent event,
    Texts texts,
    Times times,
    Grid grid,
    @Nullable Strike strike) {

  public record Texts(
      String title,
      String yesSubTitle,
      String noSubTitle,
      String rulesPrimary,
      String rulesSecondary) {}

  /**
   * @param close when trading ends
   * @param expected when the outcome is expected
   */
  public record Times(
      Instant created, Instant open, Instant close, Instant expected, Instant latest) {}

  /**
   * A threshold.
   *
   * @param type Kalshi's word, {@code greater}
   * @param floor a plain decimal, or null
   * @param cap a plain decimal, or null
   */
  public record Strike(String type, @Nullable String floor, @Nullable String cap) {}

  /** Kalshi's price structures that the sandbox lists. */
  public enum Grid {
    LINEAR_CENT("linear_cent"),
    DECI_CENT("deci_cent"),
    TAPERED_DECI_CENT("tapered_deci_cent");

    private final String label;

    Grid(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public PriceGrid prices() {
      return switch (this) {
        case LINEAR_CENT -> PriceGrid.uniform(100);
        case DECI_CENT -> PriceGrid.uniform(10);
        case TAPERED_DECI_CENT -> Grids.tapered();
      };
    }
  }

  public MarketId id() {
    return MarketId.kalshi(ticker);
  }
}
