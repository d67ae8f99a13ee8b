package pairdesk.sandbox.wire.polymarket.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Query;

/** Narrows trades and activity by market, type, side and time. */
final class RowFilter {
  private static final long LATEST_SECOND = 999_999_999_999L;

  private RowFilter() {}

  static Predicate<ActivityRecords.Row> of(WireRequest request, String marketParameter) {
    List<String> markets = Query.list(request, marketParameter);
    List<String> types = Query.list(request, "type");
    Optional<String> side = Query.text(request, "side");
    long start = Query.seconds(request, "start", 0);
    long end = Query.seconds(request, "end", LATEST_SECOND);
    return row ->
        (markets.isEmpty() || markets.contains(row.token().market().code()))
            && (types.isEmpty() || types.contains(row.type()))
            && (side.isEmpty() || side.get().equals(row.side()))
            && row.at().getEpochSecond() >= start
            && row.at().getEpochSecond() <= end;
  }
}
