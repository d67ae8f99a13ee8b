package pairdesk.sandbox.wire.polymarket.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.sandbox.catalogue.PolymarketEvent;
import pairdesk.sandbox.catalogue.PolymarketListing;

/** Everything listed. */
public final class Listings {
  private final List<PolymarketListing> markets;
  private final List<ListedEvent> events;
  private final Map<String, PolymarketListing> byCondition = new HashMap<>();
  private final Map<String, Token> byToken = new HashMap<>();
  private final Map<String, ListedEvent> byId = new HashMap<>();

  public Listings(List<PolymarketListing> listed) {
    markets = List.copyOf(listed);
    var byEvent = new LinkedHashMap<PolymarketEvent, List<PolymarketListing>>();
    for (PolymarketListing market : markets) {
      byEvent.computeIfAbsent(market.event(), _ -> new ArrayList<>()).add(market);
      byCondition.put(market.ids().condition(), market);
      for (Outcome outcome : Outcome.values()) {
        byToken.put(market.token(outcome), new Token(market, outcome));
      }
    }
    events =
        byEvent.entrySet().stream().map(e -> new ListedEvent(e.getKey(), e.getValue())).toList();
    events.forEach(event -> byId.put(event.event().id(), event));
  }

  public List<ListedEvent> events() {
    return events;
  }

  public Optional<ListedEvent> event(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<PolymarketListing> markets() {
    return markets;
  }

  public Optional<PolymarketListing> condition(String conditionId) {
    return Optional.ofNullable(byCondition.get(conditionId));
  }

  /**
   * @param market one of this venue's
   */
  public Token token(MarketId market, Outcome outcome) {
    return new Token(condition(market.code()).orElseThrow(), outcome);
  }

  public Optional<Token> token(String tokenId) {
    return Optional.ofNullable(byToken.get(tokenId));
  }
}
