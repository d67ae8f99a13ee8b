package pairdesk.venues.kalshi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.MarketId;
import pairdesk.venues.net.Fields;

/** Changes of fees that Kalshi has announced, of whole series and of single events. */
public final class KalshiFeeChanges {
  private final KalshiRest rest;

  KalshiFeeChanges(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * One announced change.
   *
   * @param scope ticker of the event, or of the series when it concerns all its events
   * @param fees from then on; for an event that falls back to its series Unknown, with no name
   */
  public record Change(String scope, boolean ofSeries, FeeSchedule fees, Instant at) {
    /** Whether it concerns this market. Tickers of a series' events begin with the series. */
    public boolean concerns(MarketId market, String event) {
      return ofSeries
          ? event.startsWith(scope + "-") || market.code().startsWith(scope + "-")
          : event.equals(scope);
    }
  }

  /**
   * All that are still to come.
   *
   * @throws pairdesk.venues.net.VenueException when they cannot be read to the end
   */
  public List<Change> upcoming() {
    var changes = new ArrayList<Change>();
    rest.read("/series/fee_changes")
        .list("series_fee_change_arr")
        .forEach(row -> changes.add(ofSeries(row)));
    rest.pages(
        "/events/fee_changes?limit=100",
        page -> page.list("event_fee_changes").forEach(row -> changes.add(ofEvent(row))));
    return changes;
  }

  static Change ofSeries(Fields row) {
    return new Change(
        row.text("series_ticker"),
        true,
        KalshiFees.schedule(row.text("fee_type"), row.decimalOrEmpty("fee_multiplier")),
        row.instant("scheduled_ts"));
  }

  static Change ofEvent(Fields row) {
    return new Change(
        row.text("event_ticker"),
        false,
        KalshiFees.schedule(
            row.textOrEmpty("fee_type_override"), row.decimalOrEmpty("fee_multiplier_override")),
        row.instant("scheduled_ts"));
  }
}
