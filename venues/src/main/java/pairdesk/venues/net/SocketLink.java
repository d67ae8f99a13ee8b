package pairdesk.venues.net;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One connection. OkHttp's reader puts what happens into a bounded queue and waits when it is full,
 * so a slow handler slows the venue down instead of filling the memory.
 */
final class SocketLink extends WebSocketListener implements AutoCloseable {
  private static final int QUEUE = 4_096;
  private static final int LONGEST_MESSAGE = 16 << 20;

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(QUEUE);
  private final VenueSocket.Settings settings;
  private volatile boolean open;
  private volatile boolean over;
  private volatile @Nullable String endCause;
  private @Nullable WebSocket socket;

  private sealed interface Event {}

  private record Opened() implements Event {}

  /**
   * @param arrived by the monotonic clock
   */
  private record Message(String text, long arrived) implements Event {}

  private record Ended(String cause) implements Event {}

  private SocketLink(VenueSocket.Settings settings) {
    this.settings = settings;
  }

  static SocketLink connect(Transport transport, Request request, VenueSocket.Settings settings) {
    var link = new SocketLink(settings);
    var client = transport.client().newBuilder().readTimeout(Duration.ZERO).build();
    link.socket = client.newWebSocket(request, link);
    return link;
  }

  /** Hands over what arrives until the connection ends; returns why. */
  String pump(VenueSocket.Handler handler) throws InterruptedException {
    long beat = System.nanoTime();
    long heard = beat;
    for (; ; ) {
      Event event = events.poll(settings.beatEvery().toNanos() / 2, TimeUnit.NANOSECONDS);
      long now = System.nanoTime();
      String ending = endCause;
      if (ending != null) {
        return ending;
      }
      switch (event) {
        case null -> {}
        case Opened _ -> {
          open = true;
          handler.opened();
          heard = now;
        }
        case Message(String text, long arrived) -> {
          Arrival.at(arrived, () -> handler.received(text));
          heard = now;
        }
        case Ended(String cause) -> {
          return cause;
        }
      }
      if (now - heard > settings.idleLimit().toNanos()) {
        return "silent for " + settings.idleLimit().toMillis() + " ms";
      }
      if (now - beat > settings.beatEvery().toNanos()) {
        beat = now;
        send(settings.heartbeat());
      }
    }
  }

  boolean send(String text) {
    return open && socket != null && socket.send(text);
  }

  /** Ends it before whatever still waits to be handed over. Called by any thread. */
  void end(String cause) {
    endCause = cause;
    boolean _ = events.offer(new Ended(cause));
  }

  /** Lets go of the connection without waiting for the other side. */
  @Override
  public void close() {
    over = true;
    events.clear();
    if (socket != null) {
      socket.cancel();
    }
  }

  @Override
  public void onOpen(WebSocket opened, Response response) {
    post(new Opened());
  }

  @Override
  public void onMessage(WebSocket from, String text) {
    post(
        text.length() > LONGEST_MESSAGE
            ? new Ended("message of " + text.length() + " characters")
            : new Message(text, System.nanoTime()));
  }

  @Override
  public void onMessage(WebSocket from, ByteString bytes) {
    post(new Ended("binary message"));
  }

  @Override
  public void onClosing(WebSocket closing, int code, String reason) {
    post(new Ended("closed by the venue: " + code + " " + Redactor.redact(reason)));
  }

  @Override
  public void onFailure(WebSocket failed, Throwable cause, @Nullable Response response) {
    String status = response == null ? "" : "HTTP " + response.code() + ", ";
    String kind = cause instanceof IOException ? "" : cause.getClass().getSimpleName() + ", ";
    post(new Ended(Redactor.redact(status + kind + cause.getMessage())));
  }

  private void post(Event event) {
    try {
      while (!over && !events.offer(event, 100, TimeUnit.MILLISECONDS)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
