package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One connection to a stream, and what came of it. */
final class Listener extends WebSocketListener implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  private Listener(OkHttpClient http, Request request) {
    socket = http.newWebSocket(request, this);
  }

  /** Signed, with this channel of the first pair's market or of others. */
  static Listener kalshi(SandboxRig rig, String channels, String... tickers) {
    return kalshi(rig, Duration.ZERO, channels, tickers);
  }

  static Listener kalshi(SandboxRig rig, Duration ping, String channels, String... tickers) {
    String url = rig.sandbox.kalshi().socketUrl().replace("ws://", "http://");
    var listener =
        new Listener(
            rig.http.newBuilder().pingInterval(ping).build(),
            rig.signed("GET", "/trade-api/ws/v2", url).build());
    String named = tickers.length == 0 ? "" : "\"" + String.join("\",\"", tickers) + "\"";
    listener.say(
        """
        {"id":1,"cmd":"subscribe","params":{"channels":[%s],"market_tickers":[%s]}}
        """
            .formatted(channels, named));
    return listener;
  }

  static Listener polymarket(SandboxRig rig, String token) {
    String url = rig.sandbox.polymarket().socketUrl().replace("ws://", "http://") + "/ws/market";
    var listener = new Listener(rig.http, new Request.Builder().url(url).build());
    listener.say(
        "{\"type\":\"market\",\"assets_ids\":[\"%s\"],\"custom_feature_enabled\":true}"
            .formatted(token));
    return listener;
  }

  void say(String text) {
    assertTrue(socket.send(text));
  }

  @Override
  public void onMessage(WebSocket from, String text) {
    received.add(text);
  }

  @Override
  public void onMessage(WebSocket from, ByteString bytes) {
    received.add("bytes");
  }

  @Override
  public void onClosing(WebSocket from, int code, String reason) {
    received.add("closed: " + code + " " + reason);
    from.close(code, reason);
  }

  @Override
  public void onFailure(WebSocket from, Throwable problem, @Nullable Response response) {
    received.add("failed: " + problem.getMessage());
  }

  String next() throws InterruptedException {
    String message = received.poll(10, TimeUnit.SECONDS);
    assertNotNull(message, "no message within ten seconds");
    return message;
  }

  /** Passes over others. */
  String next(String holding) throws InterruptedException {
    String message = next();
    while (!message.contains(holding)) {
      message = next();
    }
    return message;
  }

  JsonNode nextJson() throws InterruptedException {
    try {
      return JSON.readTree(next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the next messages. */
  long nextSeq() throws InterruptedException {
    return nextJson().path("seq").asLong(-1);
  }

  boolean isSilent(Duration span) throws InterruptedException {
    return received.poll(span.toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  /** What comes until nothing does for so long. */
  List<String> rest(Duration silence) throws InterruptedException {
    var rest = new ArrayList<String>();
    String message = received.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
    while (message != null) {
      rest.add(message);
      message = received.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
    }
    return rest;
  }

  @Override
  public void close() {
    socket.cancel();
  }
}
