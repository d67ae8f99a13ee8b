package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.venues.kalshi.KalshiChores.Chore;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.Warmth;

/**
 * Kalshi's side of every port, on one set of connections.
 *
 * @param tools what Kalshi offers beyond the ports
 */
public record Kalshi(
    KalshiCatalog catalog,
    KalshiFeed feed,
    KalshiOrders orders,
    KalshiAccount account,
    KalshiAccountFeed accountFeed,
    KalshiTools tools,
    Transport transport)
    implements AutoCloseable {

  /** A repair follows its order by the way to the venue and back: by then the next is signed. */
  private static final Duration SIGNATURE_EVERY = Duration.ofMillis(20);

  private static final Duration LIMITS_EVERY = Duration.ofMinutes(10);
  private static final Duration FENCES_EVERY = Duration.ofSeconds(1);

  /**
   * Connects nothing yet.
   *
   * @throws IllegalArgumentException when an address is plain text to another machine, or the key
   *     is not readable
   */
  public static Kalshi of(KalshiSettings settings, Chance chance) {
    var transport = new Transport();
    KalshiSigner signer = signer(settings, transport, chance);
    var rest = new KalshiRest(transport, settings, signer, chance);
    KalshiSocket.Opener opener =
        signer == null
            ? null
            : listener -> new KalshiSocket(transport, settings.socket(), signer, chance, listener);
    var own = new KalshiOwn();
    var clock = chance.clock();
    var groups = new KalshiGroups(rest);
    var fences = new KalshiFences(groups, clock);
    var trading = new KalshiTrading(rest, clock);
    var dispatch = new KalshiDispatch(rest, own, fences, trading);
    var tools = KalshiTools.of(rest, groups, dispatch, clock);
    var chores = chores(signer, fences, tools.limits(), new Warmth(rest::touch, rest::keepWarm));
    return new Kalshi(
        new KalshiCatalog(rest),
        new KalshiFeed(rest, settings.timing(), opener, fences, clock),
        new KalshiOrders(rest, own, fences, dispatch, clock, settings.timing().lateArrival()),
        new KalshiAccount(rest, clock, new KalshiEligibility(rest, keyId(settings))),
        new KalshiAccountFeed(opener, own, trading, chores, clock),
        tools,
        transport);
  }

  private static @Nullable String keyId(KalshiSettings settings) {
    return settings.credentials() == null ? null : settings.credentials().keyId();
  }

  private static @Nullable KalshiSigner signer(
      KalshiSettings settings, Transport transport, Chance chance) {
    var credentials = settings.credentials();
    if (credentials == null) {
      return null;
    }
    var signer = new KalshiSigner(credentials, chance.clock(), transport::venueAhead);
    signer.signAhead("POST", KalshiRest.orderPath(settings.rest()));
    return signer;
  }

  private static KalshiChores chores(
      @Nullable KalshiSigner signer, KalshiFences fences, KalshiLimits limits, Warmth warmth) {
    if (signer == null) {
      return new KalshiChores(List.of(), () -> {});
    }
    return new KalshiChores(
        List.of(
            new Chore("signature", SIGNATURE_EVERY, signer::signNext),
            new Chore("connections", Warmth.EVERY, warmth::keep),
            new Chore("limits", LIMITS_EVERY, limits::follow),
            new Chore("fences", FENCES_EVERY, fences::keep)),
        fences::close);
  }

  /**
   * Books of both outcomes as the venue has them now, whether the feed follows them or not.
   * Blocking.
   *
   * @throws pairdesk.venues.net.VenueException when the venue does not answer
   */
  public List<Book> books(Collection<Market> markets, Instant now) {
    return tools.data().books(markets.stream().map(Market::id).toList(), now).stream()
        .flatMap(yes -> Stream.of(yes, yes.mirrored()))
        .toList();
  }

  @Override
  public void close() {
    feed.close();
    accountFeed.close();
    transport.close();
  }
}
