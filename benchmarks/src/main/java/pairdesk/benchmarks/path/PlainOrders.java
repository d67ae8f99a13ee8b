package pairdesk.benchmarks.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import pairdesk.benchmarks.Web3jOrder;
import pairdesk.bot.rehearsal.MadeKeys;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.bot.rehearsal.OrderDoor;

/** Signs and sends as the libraries' own examples do. Safe for threads. */
final class PlainOrders implements AutoCloseable {
  private static final MediaType JSON_BODY = MediaType.get("application/json");
  private static final String OWNER = "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F";
  private static final BigDecimal MILLIONTHS = BigDecimal.valueOf(1_000_000);
  private static final String ZERO = "0x" + "00".repeat(32);

  private final OrderDoor door;
  private final AtomicLong writtenAt = new AtomicLong();
  private final OkHttpClient http =
      new OkHttpClient.Builder().socketFactory(new WatchedSockets(writtenAt::set)).build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Random random = new Random(1);

  PlainOrders(OrderDoor door) {
    this.door = door;
  }

  /** When the last byte of the order that was written last was with the kernel. */
  long writtenAt() {
    return writtenAt.get();
  }

  void buyOnKalshi(String id, String ticker, PlainPair.Purchase purchase) {
    ObjectNode body =
        json.createObjectNode()
            .put("ticker", ticker)
            .put("client_order_id", id)
            .put("side", "bid")
            .put("count", purchase.shares().toPlainString())
            .put("price", purchase.yesPrice().setScale(4).toPlainString())
            .put("time_in_force", "immediate_or_cancel")
            .put("self_trade_prevention_type", "taker_at_cross");
    String now = Long.toString(MadeMarkets.NOW.toEpochMilli());
    send(
        new Request.Builder()
            .url(door.address(OrderDoor.KALSHI_ORDERS).toString())
            .header("KALSHI-ACCESS-KEY", "made")
            .header("KALSHI-ACCESS-TIMESTAMP", now)
            .header("KALSHI-ACCESS-SIGNATURE", rsa(now + "POST" + OrderDoor.KALSHI_ORDERS))
            .post(RequestBody.create(body.toString(), JSON_BODY))
            .build());
  }

  void buyOnPolymarket(String token, PlainPair.Purchase purchase) {
    ObjectNode order =
        json.createObjectNode()
            .put("salt", random.nextLong(1L << 52))
            .put("maker", OWNER)
            .put("signer", OWNER)
            .put("tokenId", token)
            .put("makerAmount", millionths(purchase.shares().multiply(purchase.noPrice())))
            .put("takerAmount", millionths(purchase.shares()))
            .put("side", "BUY")
            .put("signatureType", 2)
            .put("timestamp", Long.toString(MadeMarkets.NOW.toEpochMilli()))
            .put("metadata", ZERO)
            .put("builder", ZERO);
    order.put("signature", new Web3jOrder(MadeKeys.POLYMARKET, order).sign().signature());
    ObjectNode body = json.createObjectNode().put("owner", "made").put("orderType", "GTD");
    body.set("order", order);
    String text = body.toString();
    String now = Long.toString(MadeMarkets.NOW.getEpochSecond());
    send(
        new Request.Builder()
            .url(door.address(OrderDoor.POLYMARKET_ORDERS).toString())
            .header("POLY_ADDRESS", OWNER)
            .header("POLY_TIMESTAMP", now)
            .header("POLY_SIGNATURE", hmac(now + "POST" + OrderDoor.POLYMARKET_ORDERS + text))
            .post(RequestBody.create(text, JSON_BODY))
            .build());
  }

  private static String millionths(BigDecimal amount) {
    return amount.multiply(MILLIONTHS).toBigInteger().toString();
  }

  private void send(Request request) {
    try (Response response = http.newCall(request).execute()) {
      response.body().bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rsa(String text) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      signature.initSign(MadeKeys.KALSHI.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSASSA-PSS is part of every Java platform", e);
    }
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(MadeKeys.API_SECRET), "HmacSHA256"));
      return Base64.getUrlEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC is part of every Java platform", e);
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
