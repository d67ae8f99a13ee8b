package pairdesk.sandbox.wire.polymarket.venue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.ChainModes;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.FeeTerms;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.KilledOrder;
import pairdesk.sandbox.wire.polymarket.records.Tick;
import pairdesk.sandbox.wire.polymarket.signing.Address;

/**
 * The exchange as this venue shows it: by token instead of by market, with listings and traders.
 */
public final class Venue {
  private final Exchange exchange;
  private final Listings listings;
  private final EngineMode mode;
  private final List<Trader> traders;
  private final List<Consumer<KilledOrder>> killedListeners = new CopyOnWriteArrayList<>();
  private final Map<MarketId, Deal> lastTrades = new ConcurrentHashMap<>();

  public Venue(Exchange exchange, Listings listings, List<Trader> traders) {
    this.exchange = exchange;
    this.listings = listings;
    this.mode = new EngineMode(exchange.modes());
    this.traders = List.copyOf(traders);
    exchange.listen(this::remember);
  }

  /** Tells of orders that were killed before they met the book. */
  public void onKilled(Consumer<KilledOrder> listener) {
    killedListeners.add(listener);
  }

  public void killed(KilledOrder order) {
    killedListeners.forEach(listener -> listener.accept(order));
  }

  public TakerDelay takerDelay(PolymarketListing listing) {
    return TakerDelay.of(listing, exchange.modes());
  }

  private void remember(ExchangeEvent event) {
    if (event instanceof ExchangeEvent.Traded(var trade)) {
      lastTrades.put(trade.market(), trade.taker().deal());
    }
  }

  public Exchange exchange() {
    return exchange;
  }

  public Listings listings() {
    return listings;
  }

  public SandboxClock clock() {
    return exchange.clock();
  }

  public ChainModes chain() {
    return exchange.modes().chain();
  }

  public EngineMode mode() {
    return mode;
  }

  public List<Trader> traders() {
    return traders;
  }

  /** Whether the account is one of the traders', and not the crowd's. */
  public boolean isTraders(AccountId account) {
    return traders.stream().anyMatch(trader -> trader.account().equals(account));
  }

  public Optional<Trader> trader(Address owner) {
    return traders.stream().filter(trader -> trader.owner().equals(owner)).findFirst();
  }

  /** The trader whose money lies in this wallet. */
  public Optional<Trader> traderOfWallet(String wallet) {
    return traders.stream()
        .filter(trader -> trader.funder().hex().equalsIgnoreCase(wallet))
        .findFirst();
  }

  public MarketState state(MarketId market) {
    return exchange.market(market).orElseThrow();
  }

  /** What the last taker did, in whichever token of the market. */
  public Optional<Deal> lastTrade(MarketId market) {
    return Optional.ofNullable(lastTrades.get(market));
  }

  /** The token that a request names. */
  public Token token(String tokenId) {
    return listings.token(tokenId).orElseThrow(Venue::noBook);
  }

  /**
   * @throws HttpRefusal 404 when the market is resolved
   */
  public BookImage book(Token token) {
    MarketState state = state(token.market());
    if (isResolved(state)) {
      throw noBook();
    }
    return image(token, exchange.book(state.spec().id()), state);
  }

  /** The rate in force, which may not be the one listed, in 1/10 000. */
  public static int feeRateE4(MarketState state) {
    return switch (state.spec().fees()) {
      case FeeTerms.Polymarket(int rate) -> rate;
      case FeeTerms.Kalshi _ -> throw new IllegalArgumentException("not Polymarket's: " + state);
    };
  }

  public static boolean isResolved(MarketState state) {
    return state.phase() == MarketPhase.DETERMINED || state.phase() == MarketPhase.FINALIZED;
  }

  private BookImage image(Token token, BookView view, MarketState state) {
    Outcome outcome = token.outcome();
    return new BookImage(
        token,
        view.bids(outcome),
        view.asks(outcome),
        lastTrade(state.spec().id()).map(Deal::price).orElse(Price.ZERO),
        Tick.of(state.grid()),
        view.changedAt());
  }

  private static HttpRefusal noBook() {
    return HttpRefusal.notFound("No orderbook exists for the requested token id");
  }
}
