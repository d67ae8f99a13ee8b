package pairdesk.sandbox.catalogue;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;

/**
 * A market on Polymarket as it is listed.
 *
 * @param ids all its names
 * @param outcomes as shown, the one that counts as YES first
 */
public record PolymarketListing(
    Ids ids,
    PolymarketEvent event,
    Texts texts,
    List<String> outcomes,
    Times times,
    Trading trading) {

  /**
   * @param id a number as text
   * @param condition 0x and 64 hex digits
   * @param question 0x and 64 hex digits
   * @param yesToken a decimal number
   */
  public record Ids(
      String id, String condition, String question, String yesToken, String noToken) {}

  public record Texts(String question, String slug, String description, String groupItemTitle) {}

  public record Times(Instant created, Instant start, Instant end) {}

  /**
   * @param tickE4 in 1/10 000 dollar
   * @param feeType Polymarket's word, {@code economics_fees}
   * @param feeRateE4 in 1/10 000, 500 for 0.05
   */
  public record Trading(int tickE4, Quantity minimumSize, String feeType, int feeRateE4) {
    public PriceGrid prices() {
      return PriceGrid.uniform(tickE4);
    }
  }

  public MarketId id() {
    return MarketId.polymarket(ids.condition());
  }

  public String token(Outcome outcome) {
    return outcome == Outcome.YES ? ids.yesToken() : ids.noToken();
  }
}
