package pairdesk.venues.polymarket;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.AccessRefusedException;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.HttpSigner;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.Page;

/** The addresses that everyone may read, each with its rate budget. */
final class PolymarketRest {
  private static final String FIRST_CURSOR = "MA==";

  private final HttpApi clob;
  private final HttpApi gamma;
  private final HttpApi data;
  private final HttpApi geoblock;
  private final Budgets budgets;
  private final Duration limit;

  PolymarketRest(Transport transport, PolymarketSettings settings, Chance chance) {
    PolymarketSettings.Endpoints endpoints = settings.endpoints();
    this.clob = new HttpApi(transport, endpoints.clob(), HttpSigner.NONE, chance);
    this.gamma = new HttpApi(transport, endpoints.gamma(), HttpSigner.NONE, chance);
    this.data = new HttpApi(transport, endpoints.data(), HttpSigner.NONE, chance);
    this.geoblock = new HttpApi(transport, origin(endpoints.geoblock()), HttpSigner.NONE, chance);
    this.budgets = Budgets.of(chance);
    this.limit = settings.limits().readLimit();
  }

  private static URI origin(URI address) {
    return URI.create(address.getScheme() + "://" + address.getRawAuthority());
  }

  /**
   * What the edge allows an address, with room to spare. Source: rate limits page, October 2026.
   *
   * @param books {@code POST /books}: 500 in 10 s
   * @param gamma events: 500, markets: 300 in 10 s
   * @param data positions: 150 in 10 s
   */
  record Budgets(TokenBucket books, TokenBucket gamma, TokenBucket data) {
    static Budgets of(Chance chance) {
      return new Budgets(
          new TokenBucket(chance.clock(), 60, 40),
          new TokenBucket(chance.clock(), 40, 25),
          new TokenBucket(chance.clock(), 20, 12));
    }
  }

  /** The venue's clock less ours. */
  Duration clockOffset() {
    return clob.clockOffset();
  }

  /** The answer of {@code POST /books}; tokens without a book are missing in it. */
  String books(List<String> tokenIds) {
    String wanted =
        tokenIds.stream()
            .map(id -> "{\"token_id\":\"" + id + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    var call = HttpCall.post("/books", wanted, new Toll(budgets.books, 1, Priority.READ));
    return success(clob.read(call, limit), call);
  }

  /** A public read of the CLOB. */
  String clob(String target) {
    return get(clob, target, budgets.books);
  }

  /** The version of orders that the venue takes now. */
  long orderVersion() {
    return Fields.parse(clob("/version")).integer("version");
  }

  String gamma(String path, Map<String, String> query) {
    return gamma(path + query(query));
  }

  String gamma(String target) {
    return get(gamma, target, budgets.gamma);
  }

  /** An answer of the data API, of whatever status. */
  Answered data(String path, Map<String, String> query) {
    var call = HttpCall.get(path + query(query), new Toll(budgets.data, 1, Priority.READ));
    return data.read(call, limit);
  }

  String geoblock(String path) {
    return get(geoblock, path, budgets.data);
  }

  private String get(HttpApi api, String target, TokenBucket budget) {
    var call = HttpCall.get(target, new Toll(budget, 1, Priority.READ));
    return success(api.read(call, limit), call);
  }

  /**
   * All pages of a list of the CLOB, from the first to the last.
   *
   * @param read gives the text of the page of a target
   */
  static <T> List<T> pages(
      Function<String, String> read,
      String path,
      Map<String, String> query,
      Function<Fields, T> item) {
    var items = new ArrayList<T>();
    @Nullable String cursor = FIRST_CURSOR;
    while (cursor != null) {
      var asked = new TreeMap<>(query);
      asked.put("next_cursor", cursor);
      Page<T> page = PolymarketCodec.page(read.apply(path + query(asked)), item);
      items.addAll(page.items());
      if (cursor.equals(page.next())) {
        throw new VenueException(path + ": the list does not go on after " + cursor);
      }
      cursor = page.next();
    }
    return items;
  }

  static String query(Map<String, String> query) {
    return query.isEmpty()
        ? ""
        : query.entrySet().stream()
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static String success(Answered answer, HttpCall call) {
    return success(answer, call.toString());
  }

  static String success(Answered answer, String call) {
    if (answer.isSuccess()) {
      return answer.body();
    }
    String text = call + ": HTTP " + answer.status();
    throw answer.status() == 401 || answer.status() == 403
        ? new AccessRefusedException(text)
        : new VenueException(text);
  }
}
