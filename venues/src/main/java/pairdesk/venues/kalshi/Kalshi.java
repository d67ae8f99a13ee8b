package pairdesk.venues.kalshi;

import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;

/** Kalshi's side of every port, on one set of connections. */
public record Kalshi(
    KalshiCatalog catalog,
    KalshiFeed feed,
    KalshiOrders orders,
    KalshiAccount account,
    KalshiAccountFeed accountFeed,
    Transport transport)
    implements AutoCloseable {

  /**
   * Connects nothing yet.
   *
   * @throws IllegalArgumentException when an address is plain text to another machine, or the key
   *     is not readable
   */
  public static Kalshi of(KalshiSettings settings, Chance chance) {
    var credentials = settings.credentials();
    KalshiSigner signer =
        credentials == null ? null : new KalshiSigner(credentials, chance.clock());
    var transport = new Transport();
    var rest = new KalshiRest(transport, settings, signer, chance);
    KalshiSocket.Opener opener =
        signer == null
            ? null
            : listener -> new KalshiSocket(transport, settings.socket(), signer, chance, listener);
    var own = new KalshiOwn();
    var clock = chance.clock();
    return new Kalshi(
        new KalshiCatalog(rest),
        new KalshiFeed(rest, settings.timing(), opener, clock),
        new KalshiOrders(rest, own, clock, settings.timing().lateArrival()),
        new KalshiAccount(rest, clock, signer != null),
        new KalshiAccountFeed(opener, own, new KalshiTrading(rest, clock), clock),
        transport);
  }

  @Override
  public void close() {
    feed.close();
    accountFeed.close();
    transport.close();
  }
}
