package pairdesk.venues.polymarket;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;

/**
 * Which instrument a token is, and what fee its fills pay: the venue's reports name tokens only.
 * Filled by every market that passes by; safe for many threads.
 */
final class KnownMarkets {
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Map<Instrument, String> ids = new ConcurrentHashMap<>();

  /** What a token means. */
  record Token(Instrument instrument, FeeSchedule fees) {}

  void put(Market market) {
    FeeSchedule fees = market.terms().fees();
    put(market.address().yesCode(), new Token(market.id().yes(), fees));
    put(market.address().noCode(), new Token(market.id().no(), fees));
  }

  private void put(String tokenId, Token token) {
    tokens.put(tokenId, token);
    ids.put(token.instrument(), tokenId);
  }

  Optional<Token> find(String tokenId) {
    return Optional.ofNullable(tokens.get(tokenId));
  }

  Optional<String> tokenId(Instrument instrument) {
    return Optional.ofNullable(ids.get(instrument));
  }
}
