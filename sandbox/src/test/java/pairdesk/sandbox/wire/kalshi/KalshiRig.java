package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogues;
import pairdesk.sandbox.catalogue.ListingSpecs;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;

/** The front with a quiet market, and a client that signs for itself. */
final class KalshiRig implements AutoCloseable {
  static final String KEY_ID = "3b5f0c1e-7a53-4a57-9a43-6a8f1f9be123";
  static final AccountId TRADER = new AccountId(VenueId.KALSHI, "trader");
  private static final KeyPair KEYS = keys();
  private static final JsonMapper JSON = new JsonMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  final Catalogue catalogue = Catalogues.shipped(Instant.now());
  final Exchange exchange =
      new Exchange(ExchangeSettings.seeded(1), new SandboxClock(Instant::now, 100));
  final Faults faults = new Faults(exchange.clock(), 1);
  final RequestLog log = new RequestLog();
  final FaultGate gate = new FaultGate(exchange.clock(), faults, log, Duration.ofSeconds(5));
  final OkHttpClient http = new OkHttpClient();
  final KalshiFront front;
  final String ticker;
  final String other;
  final String crypto;

  record Answer(int status, JsonNode body) {}

  KalshiRig(Limits limits) {
    catalogue.kalshi().forEach(l -> exchange.list(ListingSpecs.of(l, Duration.ofSeconds(1))));
    exchange.openAccount(TRADER, Map.of(0, Usd.ofDollars(100), 2, Usd.ofDollars(50)));
    front =
        KalshiFront.start(
            new KalshiFront.Parts(exchange, catalogue, faults, gate),
            new KalshiOptions(
                0,
                TRADER,
                new KalshiOptions.Credential(KEY_ID, KEYS.getPublic()),
                limits,
                Duration.ZERO));
    ticker = catalogue.kalshi().getFirst().ticker();
    other = catalogue.kalshi().get(1).ticker();
    crypto =
        catalogue.kalshi().stream()
            .filter(l -> l.event().shard() == 2)
            .findFirst()
            .orElseThrow()
            .ticker();
    quote(ticker, "0.40", "0.52", 50);
  }

  KalshiRig() {
    this(Limits.advanced());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void quote(String market, String bid, String ask, long shares) {
    exchange.quote(
        MarketId.kalshi(market),
        List.of(new Level(Price.parse(bid), Quantity.ofShares(shares))),
        List.of(new Level(Price.parse(ask), Quantity.ofShares(shares))));
  }

  static String sign(String message) {
    try {
      Signature signer = Signature.getInstance("RSASSA-PSS");
      signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      signer.initSign(KEYS.getPrivate());
      signer.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Request.Builder signed(String method, String target, Instant at) {
    String path = "/trade-api/v2" + target.replaceAll("\\?.*", "");
    String timestamp = String.valueOf(at.toEpochMilli());
    return new Request.Builder()
        .url(front.restUrl() + target)
        .header("KALSHI-ACCESS-KEY", KEY_ID)
        .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
        .header("KALSHI-ACCESS-SIGNATURE", sign(timestamp + method + path));
  }

  Answer get(String target) {
    return call(signed("GET", target, Instant.now()).get().build());
  }

  Answer open(String target) {
    return call(new Request.Builder().url(front.restUrl() + target).build());
  }

  Answer post(String target, String body) {
    return call(
        signed("POST", target, Instant.now()).post(RequestBody.create(body, JSON_TYPE)).build());
  }

  Answer delete(String target) {
    return call(signed("DELETE", target, Instant.now()).delete().build());
  }

  Answer call(Request request) {
    try (Response response = http.newCall(request).execute()) {
      String body = response.body().string();
      return new Answer(response.code(), JSON.readTree(body.isEmpty() ? "null" : body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String order(String clientId, String side, String price, String count, String more) {
    return """
    {"ticker":"%s","client_order_id":"%s","side":"%s","count":"%s","price":"%s",
     "time_in_force":"good_till_canceled","self_trade_prevention_type":"taker_at_cross"%s}
    """
        .formatted(ticker, clientId, side, count, price, more);
  }

  Answer place(String clientId, String side, String price, String count) {
    return post("/portfolio/events/orders", order(clientId, side, price, count, ""));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    front.close();
    gate.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
