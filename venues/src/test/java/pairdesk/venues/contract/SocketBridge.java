package pairdesk.venues.contract;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Two sockets whose messages go from one to the other, in order, and are told. */
final class SocketBridge {
  private final Consumer<Frame> seen;
  private final String path;
  private final CompletableFuture<WebSocket> server = new CompletableFuture<>();
  private final CompletableFuture<WebSocket> client = new CompletableFuture<>();

  SocketBridge(Consumer<Frame> seen, String path) {
    this.seen = seen;
    this.path = path;
  }

  void connect(OkHttpClient http, Request request) {
    http.newWebSocket(request, new Side(Frame.Sender.SERVER, server, client));
  }

  WebSocketListener towardsClient() {
    return new Side(Frame.Sender.CLIENT, client, server);
  }

  /** Listens to one of the two, and passes what it says on to the other. */
  private final class Side extends WebSocketListener {
    private final Frame.Sender sender;
    private final CompletableFuture<WebSocket> own;
    private final CompletableFuture<WebSocket> other;

    Side(
        Frame.Sender sender, CompletableFuture<WebSocket> own, CompletableFuture<WebSocket> other) {
      this.sender = sender;
      this.own = own;
      this.other = other;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      own.complete(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      seen.accept(new Frame(path, sender, text));
      other.join().send(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
      other.join().send(bytes);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      socket.close(code, reason);
      var _ = other.thenAccept(there -> there.close(code, reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
      own.completeExceptionally(failure);
      var _ = other.thenAccept(WebSocket::cancel);
    }
  }
}
