package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

/**
 * Our requests beside those that the official client sent: path, query, headers, body, in their
 * order. That client asks for the version and the tick before every order. We know the tick from
 * listing and book and never ask in earnest: here our client does, so that the sequences are whole.
 * Its content type on requests without a body is the one thing that is left out.
 */
class RequestsVectorsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ORDER = "0x" + "ab".repeat(32);
  private static final String OTHER_ORDER = "0x" + "cd".repeat(32);
  private static final String MARKET =
      "0xbd31dc8a20211944f6b70f31557f1001557b59905b7738480ca09bd4532f84af";
  private static final String TOKEN =
      "71321045679252212594626385532706912750332728571942532289631379312455583992563";
  private static final String EMPTY_PAGE = "{\"data\":[],\"next_cursor\":\"LTE=\"}";
  private static final String CREDENTIALS =
      "{\"apiKey\":\"k\",\"secret\":\"AAEC\",\"passphrase\":\"p\"}";

  private final MockWebServer server = new MockWebServer();
  private final Transport transport = new Transport();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  @Test
  void sendsWhatTheOfficialClientSends() {
    Vectors.checkAll("requests", this::check);
  }

  private void check(JsonNode vector) throws InterruptedException {
    JsonNode expected = vector.get("expected");
    String call = vector.get("call").textValue();
    var client = new Client(vector.get("input"));
    if (expected.has("error")) {
      ask(client, expected.get("requests"));
      assertThrows(IllegalArgumentException.class, () -> draftRefused(call));
    } else {
      perform(call, client, vector);
    }
    List<Seen> wanted =
        expected.get("requests").valueStream().map(RequestsVectorsTest::expected).toList();
    var seen = new ArrayList<Seen>();
    for (RecordedRequest next = taken(); next != null; next = taken()) {
      seen.add(seen(next));
    }
    // to ask for new credentials we first ask for the existing ones
    assertEquals(wanted, call.equals("createApiKey") ? seen.subList(1, 2) : seen);
  }

  private @Nullable RecordedRequest taken() throws InterruptedException {
    return server.takeRequest(0, TimeUnit.MILLISECONDS);
  }

  /** What is asked before an order. */
  private void ask(Client client, JsonNode requests) {
    for (JsonNode request : requests) {
      switch (request.get("path").textValue()) {
        case "/version" -> answered("{\"version\":2}", client.rest::orderVersion);
        case "/tick-size" -> {
          String token = request.get("query").textValue().replace("token_id=", "");
          String target = "/tick-size" + PolymarketRest.query(Map.of("token_id", token));
          answered("{\"minimum_tick_size\":0.01}", () -> client.rest.clob(target));
        }
        case "/order", "/orders" -> {}
        default -> throw new AssertionError("asked for something new: " + request);
      }
    }
  }

  private void perform(String call, Client client, JsonNode vector) {
    switch (call) {
      case "createApiKey" -> {
        server.enqueue(new MockResponse.Builder().code(400).build());
        answer(CREDENTIALS);
        client.login().get();
      }
      case "deriveApiKey" -> answered(CREDENTIALS, () -> client.login().get());
      case "getApiKeys" -> // of which the product has no use: the same client asks
          answered("{\"apiKeys\":[]}", () -> client.link.record("/auth/api-keys", Map.of()));
      case "getClosedOnlyMode" -> answered("{\"closed_only\":false}", client.venue::isClosedOnly);
      case "getOpenOrders(market)" ->
          answered(EMPTY_PAGE, () -> client.venue.openOrders(Map.of("market", MARKET), LIMIT));
      case "getOpenOrders(asset_id, id)" ->
          answered(
              EMPTY_PAGE,
              () -> client.venue.openOrders(Map.of("asset_id", TOKEN, "id", ORDER), LIMIT));
      case "getOrder" -> answered("", () -> client.venue.order(ORDER, LIMIT));
      case "getTrades(maker_address, after, before)" -> trades(client);
      case "postHeartbeat(first)" ->
          answered("{\"heartbeat_id\":\"h\"}", () -> client.venue.heartbeat("", LIMIT));
      default -> performMore(call, client, vector);
    }
  }

  private void performMore(String call, Client client, JsonNode vector) {
    switch (call) {
      case "getBalanceAllowance(COLLATERAL)" -> answered("{\"balance\":\"1\"}", client.venue::cash);
      case "getBalanceAllowance(CONDITIONAL)" ->
          answered("{\"balance\":\"1\"}", () -> client.venue.shares(TOKEN));
      case "updateBalanceAllowance(COLLATERAL)" -> answered("", client.venue::readCashAgain);
      case "cancelAll" -> answered("{}", () -> client.venue.cancelAll(LIMIT));
      case "cancelMarketOrders(market)" ->
          answered("{}", () -> client.batches().cancelMarket(MARKET, LIMIT));
      case "cancelOrders" ->
          answered("{}", () -> client.batches().cancelIds(List.of(ORDER, OTHER_ORDER), LIMIT));
      case "isOrderScoring" ->
          answered("{\"scoring\":true}", () -> client.rewards().isScoring(ORDER));
      case "areOrdersScoring" ->
          answered("{}", () -> client.rewards().areScoring(List.of(ORDER, OTHER_ORDER)));
      case "getUserEarningsAndMarketsConfig" ->
          answered(
              EMPTY_PAGE, () -> client.rewards().marketsThatPaid(LocalDate.parse("2026-11-19")));
      case "dropNotifications" ->
          answered("", () -> new PolymarketNotices(client.link, LIMIT).drop(List.of(1L, 2L)));
      case "createAndPostOrder(GTD, postOnly)" -> {
        ask(client, vector.get("expected").get("requests"));
        answered("{}", () -> client.post(posted(vector)));
      }
      case "postOrders(two)" -> {
        ask(client, vector.get("expected").get("requests"));
        answered("[]", () -> client.postAll(posted(vector)));
      }
      default -> throw new AssertionError("no call of ours for " + call);
    }
  }

  private void trades(Client client) {
    var query = Map.of("maker_address", client.signer.wallet().maker(), "before", "1795132800");
    Instant after = Instant.ofEpochSecond(1_795_000_000);
    answered(EMPTY_PAGE, () -> client.venue.trades(after, query, LIMIT));
  }

  private void answered(String body, Runnable call) {
    answer(body);
    call.run();
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  /** What the official client finds fault with, ours refuses to draft. */
  private static void draftRefused(String call) {
    boolean taker = call.equals("postOrder(FOK, postOnly) refused");
    boolean range = call.equals("createAndPostOrder(price off range)");
    Price limit = taker ? Price.ofCents(50) : Price.parse(range ? "0.995" : "0.505");
    var terms =
        new OrderIntent.Terms(
            Side.BUY,
            Quantity.ofShares(10),
            limit,
            taker ? TimeInForce.FOK : TimeInForce.GTC,
            taker,
            null);
    var intent =
        new OrderIntent(
            new ClientOrderId("o"),
            new OrderIntent.Origin(new ExecutionId("e"), 0, 0, Purpose.ENTRY, null),
            Markets.market().id().yes(),
            terms,
            new Approval("v", 1, Usd.ofDollars(10), Instant.MAX));
    var wallet = new ClobOrder.Wallet(SignatureType.EOA, "0x1", "0x1");
    new OrderDraft(wallet, new Chance(InstantSource.system(), new Random(1)))
        .order(intent, Markets.market());
  }

  /** The texts of the orders that the official client posted, signed and written by us. */
  private static List<String> posted(JsonNode vector) {
    PolymarketSigner signer = Vectors.signer(vector.get("input"));
    boolean negRisk = vector.get("call").textValue().startsWith("createAndPostOrder");
    JsonNode requests = vector.get("expected").get("requests");
    JsonNode body = SharedFiles.parse(requests.get(requests.size() - 1).get("body").textValue());
    return (body.isArray() ? body.valueStream().toList() : List.of(body))
        .stream().map(entry -> posted(entry, signer, negRisk)).toList();
  }

  private static String posted(JsonNode entry, PolymarketSigner signer, boolean negRisk) {
    JsonNode order = entry.get("order");
    var drafted =
        new ClobOrder(
            signer.wallet(),
            new BigInteger(order.get("tokenId").textValue()),
            Side.valueOf(order.get("side").textValue()),
            new ClobOrder.Amounts(
                order.get("makerAmount").asLong(), order.get("takerAmount").asLong()),
            new ClobOrder.Stamp(
                order.get("salt").longValue(),
                order.get("timestamp").asLong(),
                order.get("metadata").textValue(),
                order.get("builder").textValue()));
    return PolymarketCodec.orderBody(
        signer.sign(drafted, negRisk),
        entry.get("owner").textValue(),
        new PolymarketCodec.Posting(
            entry.get("orderType").textValue(),
            entry.get("postOnly").booleanValue(),
            order.get("expiration").asLong()));
  }

  /** Our client as the account of a case, at its moment. */
  private final class Client {
    private final PolymarketSettings settings;
    private final PolymarketSigner signer;
    private final Chance chance;
    private final PolymarketRest rest;
    private final PolymarketLink link;
    private final PolymarketPrivate venue;

    private Client(JsonNode input) {
      URI here = URI.create("http://127.0.0.1:" + server.getPort());
      var endpoints = new Endpoints(here, here, here, here, here);
      settings = new PolymarketSettings(endpoints, Vectors.account(input), Limits.DEFAULT);
      signer = Vectors.signer(input);
      Instant at = Instant.ofEpochMilli(input.get("clockMs").longValue());
      chance = new Chance(InstantSource.fixed(at), new Random(1));
      rest = new PolymarketRest(transport, settings, chance);
      var access = PolymarketAccess.of(Vectors.credentials(input));
      link = new PolymarketLink(transport, settings, signer, access, chance);
      venue = new PolymarketPrivate(link);
    }

    private PolymarketAccess login() {
      PolymarketSettings.Account account = settings.account();
      if (account == null) {
        throw new IllegalStateException("a case without an account");
      }
      var unknown =
          new PolymarketSettings.Account(
              account.privateKey(), account.type(), account.wallet(), null, account.chainId());
      var asking = new PolymarketSettings(settings.endpoints(), unknown, settings.limits());
      return PolymarketAccess.of(transport, asking, signer, chance);
    }

    private PolymarketBatches batches() {
      var resting = new RestingOrders();
      var desk =
          new PolymarketOrders.Desk(
              new KnownMarkets(),
              new PolymarketFills(
                  new PolymarketCatalog(rest, new KnownMarkets(), false),
                  link.access(),
                  signer.wallet().maker()),
              new TradingHealth(chance.clock(), LIMIT),
              resting,
              new Heartbeat(venue, resting, chance.clock()));
      return new PolymarketBatches(link, desk, chance.clock());
    }

    private PolymarketRewards rewards() {
      return new PolymarketRewards(rest, link);
    }

    private void post(List<String> orders) {
      venue.post(orders.getFirst(), Priority.ENTRY, LIMIT, LIMIT).await();
    }

    private void postAll(List<String> orders) {
      batches().post(orders, Priority.ENTRY, LIMIT, LIMIT);
    }
  }

  private record Seen(
      String method, String path, List<String> query, Map<String, String> headers, String body) {}

  private static Seen expected(JsonNode request) {
    var headers = new TreeMap<String, String>();
    request
        .get("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().textValue()));
    if (request.get("body").isNull()) {
      headers.remove("content-type");
    }
    return new Seen(
        request.get("method").textValue(),
        request.get("path").textValue(),
        parts(request.get("query").textValue()),
        headers,
        request.get("body").isNull() ? "" : request.get("body").textValue());
  }

  private static Seen seen(RecordedRequest request) {
    Map<String, String> headers =
        request.getHeaders().names().stream()
            .filter(name -> name.startsWith("POLY_") || name.equalsIgnoreCase("Content-Type"))
            .collect(
                Collectors.toMap(
                    name -> name.startsWith("POLY_") ? name : "content-type",
                    name -> String.valueOf(request.getHeaders().get(name)),
                    (one, _) -> one,
                    TreeMap::new));
    return new Seen(
        String.valueOf(request.getMethod()),
        request.getUrl().encodedPath(),
        parts(request.getUrl().encodedQuery()),
        headers,
        request.getBody() == null ? "" : request.getBody().utf8());
  }

  private static List<String> parts(@Nullable String query) {
    return query == null ? List.of() : Arrays.stream(query.split("&")).sorted().toList();
  }
}
