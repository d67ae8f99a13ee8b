package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Slices;
import pairdesk.venues.net.VenueException;

/** All open markets, event by event, from Gamma. */
final class PolymarketCatalog implements MarketCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketCatalog.class);
  private static final String EVENTS_A_PAGE = "100";

  /** Addresses of this length pass everywhere: 25 condition ids are some 2 KB. */
  private static final int AT_ONCE = 25;

  private final PolymarketRest rest;
  private final KnownMarkets known;
  private final boolean positionLedger;

  /**
   * @param positionLedger whether markets of the position ledger are listed
   */
  PolymarketCatalog(PolymarketRest rest, KnownMarkets known, boolean positionLedger) {
    this.rest = rest;
    this.known = known;
    this.positionLedger = positionLedger;
  }

  @Override
  public VenueId venue() {
    return VenueId.POLYMARKET;
  }

  @Override
  public Read readAll(Consumer<Market> sink) {
    var tally = new Tally(sink);
    String cursor = "";
    try {
      do {
        GammaCodec.EventPage page = GammaCodec.events(rest.gamma("/events/keyset", query(cursor)));
        page.events().forEach(tally::take);
        if (!page.next().isEmpty() && page.next().equals(cursor)) {
          return tally.ended(false, "the list does not go on after " + cursor);
        }
        cursor = page.next();
      } while (!cursor.isEmpty());
      return tally.ended(true, "");
    } catch (VenueException e) {
      return tally.ended(false, String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> query(String cursor) {
    var query = new TreeMap<>(Map.of("closed", "false", "limit", EVENTS_A_PAGE));
    if (!cursor.isEmpty()) {
      query.put("after_cursor", cursor);
    }
    return query;
  }

  @Override
  public Optional<Market> read(MarketId id) {
    return listed(id).map(listed -> known(listed, GammaCodec.eventOf(listed)));
  }

  @Override
  public List<Market> read(Collection<MarketId> ids) {
    var markets = new ArrayList<Market>();
    for (Fields listed : listed(ids)) {
      understood(listed, GammaCodec.eventOf(listed)).ifPresent(markets::add);
    }
    return markets;
  }

  /**
   * What a token means, from the market that a report names beside it.
   *
   * @throws VenueException when the venue does not list it
   */
  KnownMarkets.Token token(String tokenId, String conditionId) {
    Optional<KnownMarkets.Token> token = known.find(tokenId);
    if (token.isEmpty()) {
      read(MarketId.polymarket(conditionId));
      token = known.find(tokenId);
    }
    return token.orElseThrow(
        () -> new VenueException("token " + tokenId + " is not of market " + conditionId));
  }

  /**
   * The token of an instrument.
   *
   * @throws VenueException when its market was never read
   */
  String tokenId(Instrument instrument) {
    return known
        .tokenId(instrument)
        .orElseThrow(() -> new VenueException("instrument not known: " + instrument));
  }

  private Optional<Market> understood(Fields listed, @Nullable Fields event) {
    try {
      return Optional.of(known(listed, event));
    } catch (VenueException e) {
      LOG.atDebug()
          .addKeyValue("market", listed.textOrEmpty("id"))
          .addKeyValue("cause", e.getMessage())
          .log("market not understood");
      return Optional.empty();
    }
  }

  /** The market, of which orders and books are known from now on. */
  private Market known(Fields listed, @Nullable Fields event) {
    Market market = GammaCodec.market(listed, event);
    BigInteger token = PolymarketCodec.tokenId(market.address().yesCode());
    if (!positionLedger && PositionId.isOne(token)) {
      throw listed.bad("positionIds", "the position ledger is not switched on");
    }
    known.put(market);
    return market;
  }

  /** What YES was worth, in 1/10 000 dollar; empty while that is not known. */
  Optional<Integer> resolvedValueE4(MarketId id) {
    return listed(id).flatMap(GammaCodec::resolvedValueE4);
  }

  private Optional<Fields> listed(MarketId id) {
    return listed(List.of(id)).stream().findFirst();
  }

  /** Gamma leaves closed markets out unless they are asked for. */
  private List<Fields> listed(Collection<MarketId> ids) {
    var wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    ids.forEach(id -> wanted.add(id.code()));
    var found = new ArrayList<Fields>();
    for (boolean closed : List.of(false, true)) {
      for (List<String> some : Slices.of(wanted, AT_ONCE)) {
        for (Fields market : GammaCodec.markets(rest.gamma(marketsOf(some, closed)))) {
          if (wanted.remove(market.textOrEmpty("conditionId"))) {
            found.add(market);
          }
        }
      }
    }
    return found;
  }

  private static String marketsOf(List<String> conditions, boolean closed) {
    String named =
        conditions.stream()
            .map(condition -> "&condition_ids=" + PolymarketRest.encoded(condition))
            .collect(Collectors.joining());
    return "/markets/keyset?closed=" + closed + "&limit=" + conditions.size() + named;
  }

  /** Counts while it hands on. */
  private final class Tally {
    private final Consumer<Market> sink;
    private int markets;
    private int skipped;

    private Tally(Consumer<Market> sink) {
      this.sink = sink;
    }

    private void take(Fields event) {
      if (!event.has("markets")) {
        return;
      }
      for (Fields market : event.list("markets")) {
        take(market, event);
      }
    }

    private void take(Fields listed, Fields event) {
      if (listed.has("closed") && listed.flag("closed")) {
        return; // an open event lists its closed markets too
      }
      Optional<Market> market = understood(listed, event);
      if (market.isEmpty()) {
        skipped++;
      } else {
        markets++;
        sink.accept(market.get());
      }
    }

    private Read ended(boolean complete, String problem) {
      return new Read(complete, markets, skipped, problem);
    }
  }
}
