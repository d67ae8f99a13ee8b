package pairdesk.sandbox.wire.polymarket.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** What the wallet that a request names holds and did. */
final class Wallets {
  private final Venue venue;
  private final Holdings holdings;
  private final ActivityRecords records;

  Wallets(Venue venue) {
    this.venue = venue;
    this.holdings = new Holdings(venue);
    this.records = new ActivityRecords(venue.listings());
  }

  static String user(WireRequest request) {
    return Query.text(request, "user")
        .orElseThrow(() -> HttpRefusal.badRequest("required query param 'user' not provided"));
  }

  /**
   * @param marketParameter which parameter narrows to markets
   */
  Stream<Holding> holdings(WireRequest request, String marketParameter) {
    List<String> markets = Query.list(request, marketParameter);
    return trader(request).stream()
        .flatMap(trader -> holdings.of(trader).stream())
        .filter(h -> markets.isEmpty() || markets.contains(h.token().market().code()));
  }

  /** Newest first. */
  Stream<ActivityRecords.Row> trades(WireRequest request, boolean takerOnly) {
    return trader(request).stream()
        .flatMap(trader -> venue.exchange().fills(trader.account()).stream())
        .filter(fill -> fill.taker() || !takerOnly)
        .map(records::of)
        .sorted(Comparator.comparing(ActivityRecords.Row::at).reversed());
  }

  /** Trades, redemptions and what else was done on the chain, newest first. */
  Stream<ActivityRecords.Row> activity(WireRequest request) {
    Stream<ActivityRecords.Row> redemptions =
        trader(request).stream()
            .flatMap(trader -> venue.exchange().settlements(trader.account()).stream())
            .map(records::of);
    Stream<ActivityRecords.Row> moves =
        trader(request).stream()
            .flatMap(trader -> venue.exchange().moves(trader.account()).stream())
            .map(records::of);
    return Stream.of(trades(request, false), redemptions, moves)
        .flatMap(rows -> rows)
        .sorted(Comparator.comparing(ActivityRecords.Row::at).reversed());
  }

  private Optional<Trader> trader(WireRequest request) {
    return venue.traderOfWallet(user(request));
  }
}
