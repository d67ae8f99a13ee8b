package pairdesk.venues.polymarket;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.Redeemer;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.chain.PolymarketChain;
import pairdesk.venues.polymarket.chain.RelayerWallet;

/** Everything we have of Polymarket: listings and books for everyone, trading for an account. */
public final class Polymarket implements AutoCloseable {
  private final Transport transport;
  private final PolymarketCatalog catalog;
  private final PolymarketFeed feed;
  private final PolymarketBookReads bookReads;
  private final @Nullable Trading trading;
  private final @Nullable PolymarketChain chain;

  /**
   * What needs an account.
   *
   * @param redeemer null where the settings name nothing that winnings could be redeemed by
   */
  public record Trading(
      OrderGateway orders,
      AccountReader account,
      AccountFeed accountFeed,
      @Nullable Redeemer redeemer,
      Extras extras) {}

  /** What this venue offers beyond the ports. */
  public record Extras(
      PolymarketBatches batches, PolymarketRewards rewards, PolymarketNotices notices) {}

  private Polymarket(
      Transport transport,
      PolymarketSettings settings,
      PolymarketChain.Settings chain,
      Chance chance) {
    var rest = new PolymarketRest(transport, settings, chance);
    var known = new KnownMarkets();
    this.transport = transport;
    this.catalog = new PolymarketCatalog(rest, known, settings.positionLedger());
    this.feed = new PolymarketFeed(transport, settings, rest, catalog, known, chance);
    this.bookReads = new PolymarketBookReads(rest, chance.clock());
    PolymarketSettings.Account account = settings.account();
    if (account == null) {
      this.chain = null;
      this.trading = null;
    } else {
      PolymarketChain ours = chain(transport, account, chain, chance);
      this.chain = ours;
      this.trading =
          trading(new Parts(transport, settings, rest, known, catalog), account, ours, chance);
    }
  }

  /** What trading is built from. */
  private record Parts(
      Transport transport,
      PolymarketSettings settings,
      PolymarketRest rest,
      KnownMarkets known,
      PolymarketCatalog catalog) {}

  /**
   * As below, with nothing to be done on the chain.
   *
   * @throws IllegalArgumentException when a setting is wrong
   */
  public static Polymarket open(
      PolymarketSettings settings, InstantSource clock, RandomGenerator random) {
    return open(settings, PolymarketChain.Settings.NONE, clock, random);
  }

  /**
   * Connects to nothing yet; API credentials that are not set are asked for when they are needed.
   *
   * @throws IllegalArgumentException when a setting is wrong
   */
  public static Polymarket open(
      PolymarketSettings settings,
      PolymarketChain.Settings chain,
      InstantSource clock,
      RandomGenerator random) {
    var transport = new Transport();
    boolean opened = false;
    try {
      var polymarket = new Polymarket(transport, settings, chain, new Chance(clock, random));
      opened = true;
      return polymarket;
    } finally {
      if (!opened) {
        transport.close();
      }
    }
  }

  private static Trading trading(
      Parts parts, PolymarketSettings.Account account, PolymarketChain chain, Chance chance) {
    PolymarketSettings settings = parts.settings();
    var signer = new PolymarketSigner(account);
    var access = PolymarketAccess.of(parts.transport(), settings, signer, chance);
    var link = new PolymarketLink(parts.transport(), settings, signer, access, chance);
    var venue = new PolymarketPrivate(link);
    var fills = new PolymarketFills(parts.catalog(), access, signer.wallet().maker());
    var resting = new RestingOrders();
    PolymarketSettings.Limits limits = settings.limits();
    var desk =
        new PolymarketOrders.Desk(
            parts.known(),
            fills,
            new TradingHealth(chance.clock(), limits.postOnlyAfterRestart()),
            resting,
            new Heartbeat(venue, resting, chance.clock()));
    var origin =
        new PolymarketAccount.Origin(
            chance.clock(), settings.endpoints().geoblock().getPath(), limits.readLimit());
    return new Trading(
        new PolymarketOrders(venue, desk, limits.lateArrivalWindow(), chance),
        new PolymarketAccount(venue, parts.rest(), parts.catalog(), fills, origin),
        new PolymarketAccountFeed(
            parts.transport(), settings.endpoints().stream(), venue, desk, chance),
        chain
            .sender()
            .map(sender -> new PolymarketRedeemer(venue, parts.catalog(), chain, sender))
            .orElse(null),
        new Extras(
            new PolymarketBatches(link, desk, chance.clock()),
            new PolymarketRewards(parts.rest(), link),
            new PolymarketNotices(link, limits.readLimit())));
  }

  private static PolymarketChain chain(
      Transport transport,
      PolymarketSettings.Account account,
      PolymarketChain.Settings settings,
      Chance chance) {
    String maker = new PolymarketSigner(account).wallet().maker();
    RelayerWallet wallet =
        switch (account.type()) {
          case EOA -> null;
          case POLY_PROXY -> new RelayerWallet(RelayerWallet.Kind.PROXY, maker);
          case POLY_GNOSIS_SAFE -> new RelayerWallet(RelayerWallet.Kind.SAFE, maker);
          case POLY_1271 -> new RelayerWallet(RelayerWallet.Kind.DEPOSIT_WALLET, maker);
        };
    var owner =
        new PolymarketChain.Owner(
            account.chainId(), EthereumKey.parse(account.privateKey().reveal()), wallet);
    return PolymarketChain.of(owner, settings, transport, chance);
  }

  public MarketCatalog catalog() {
    return catalog;
  }

  public MarketFeed feed() {
    return feed;
  }

  /**
   * Books of both outcomes as the venue has them now, whether the feed follows them or not.
   * Blocking.
   *
   * @throws pairdesk.venues.net.VenueException when the venue does not answer
   */
  public List<Book> books(Collection<Market> markets) {
    return bookReads.read(markets);
  }

  /** Empty when the settings name no account. */
  public Optional<Trading> trading() {
    return Optional.ofNullable(trading);
  }

  /** What the account does and sees on the chain itself; empty when the settings name none. */
  public Optional<PolymarketChain> chain() {
    return Optional.ofNullable(chain);
  }

  @Override
  public void close() {
    if (trading != null) {
      trading.accountFeed().close();
    }
    feed.close();
    transport.close();
  }
}
