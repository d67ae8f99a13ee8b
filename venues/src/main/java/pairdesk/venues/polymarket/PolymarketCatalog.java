package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** All open markets, event by event, from Gamma. */
final class PolymarketCatalog implements MarketCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketCatalog.class);
  private static final String EVENTS_A_PAGE = "100";

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
    Optional<Market> market = listed(id).map(m -> market(m, GammaCodec.eventOf(m)));
    market.ifPresent(known::put);
    return market;
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

  private Market market(Fields listed, @Nullable Fields event) {
    Market market = GammaCodec.market(listed, event);
    BigInteger token = PolymarketCodec.tokenId(market.address().yesCode());
    if (!positionLedger && PositionId.isOne(token)) {
      throw listed.bad("positionIds", "the position ledger is not switched on");
    }
    return market;
  }

  /** What YES was worth, in 1/10 000 dollar; empty while that is not known. */
  Optional<Integer> resolvedValueE4(MarketId id) {
    return listed(id).flatMap(GammaCodec::resolvedValueE4);
  }

  /** Gamma leaves closed markets out unless they are asked for. */
  private Optional<Fields> listed(MarketId id) {
    for (String closed : List.of("false", "true")) {
      var query = Map.of("condition_ids", id.code(), "closed", closed);
      for (Fields market : GammaCodec.markets(rest.gamma("/markets/keyset", query))) {
        if (id.code().equalsIgnoreCase(market.textOrEmpty("conditionId"))) {
          return Optional.of(market);
        }
      }
    }
    return Optional.empty();
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
      try {
        Market market = market(listed, event);
        known.put(market);
        markets++;
        sink.accept(market);
      } catch (VenueException e) {
        skipped++;
        LOG.atDebug()
            .addKeyValue("market", listed.textOrEmpty("id"))
            .addKeyValue("cause", e.getMessage())
            .log("market not understood");
      }
    }

    private Read ended(boolean complete, String problem) {
      return new Read(complete, markets, skipped, problem);
    }
  }
}
