package pairdesk.sandbox.wire.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A bot's bare socket: sends and receives gateway frames, with or without zlib-stream. */
final class GatewayClient implements AutoCloseable {
  /** Guilds, messages, reactions. */
  static final long USUAL_INTENTS = 1L | 1L << 9 | 1L << 10;

  private static final int LIMIT_SECONDS = 10;

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private final String token;

  GatewayClient(DiscordFront front, String query) {
    token = front.botToken();
    URI uri =
        URI.create(
            front.pageUrl().replaceFirst("^http", "ws") + "gateway?v=10&encoding=json" + query);
    socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, new Listener()).join();
  }

  /** Connected and past GUILD_CREATE. */
  static GatewayClient identified(DiscordFront front, long intents) {
    GatewayClient client = new GatewayClient(front, "");
    client.identify(intents);
    client.dispatch("GUILD_CREATE");
    return client;
  }

  void identify(long intents) {
    identify(intents, token);
  }

  void identify(long intents, String withToken) {
    ObjectNode frame = Person.object().put("op", 2);
    frame.putObject("d").put("token", withToken).put("intents", intents);
    send(frame);
  }

  void resume(String sessionId, long sequence) {
    ObjectNode frame = Person.object().put("op", 6);
    frame.putObject("d").put("token", token).put("session_id", sessionId).put("seq", sequence);
    send(frame);
  }

  void heartbeat() {
    send(Person.object().put("op", 1).put("d", 0));
  }

  void send(ObjectNode frame) {
    socket.sendText(frame.toString(), true).join();
  }

  /** The next frame that fits; others before it are passed over. */
  JsonNode await(Predicate<JsonNode> fits) {
    try {
      while (true) {
        JsonNode frame = frames.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("no such frame within " + LIMIT_SECONDS + " s");
        }
        if (fits.test(frame)) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  JsonNode op(int op) {
    return await(frame -> frame.path("op").asInt() == op);
  }

  JsonNode dispatch(String name) {
    return await(frame -> frame.path("t").asText().equals(name));
  }

  int closeCode() {
    try {
      return closed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("not closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Says goodbye, which ends the session. */
  void leave() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    closeCode();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final Inflater inflater = new Inflater();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        frames.add(Person.read(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(
        WebSocket webSocket, ByteBuffer data, boolean last) {
      byte[] compressed = new byte[data.remaining()];
      data.get(compressed);
      inflater.setInput(compressed);
      byte[] chunk = new byte[64 * 1024];
      try {
        for (int n = inflater.inflate(chunk); n > 0; n = inflater.inflate(chunk)) {
          text.append(new String(chunk, 0, n, StandardCharsets.UTF_8));
        }
      } catch (DataFormatException e) {
        throw new AssertionError("not one zlib stream", e);
      }
      if (last) {
        frames.add(Person.read(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.complete(1006);
    }
  }
}
