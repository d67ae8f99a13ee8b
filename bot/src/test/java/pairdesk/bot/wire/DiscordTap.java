package pairdesk.bot.wire;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the bot and Discord's REST interface, passes everything on, and keeps what it saw.
 * The gateway's address is learnt from an answer, so its socket goes past this.
 */
public final class DiscordTap implements AutoCloseable {
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "host",
          "connection",
          "content-length",
          "accept-encoding",
          "content-encoding",
          "transfer-encoding");

  private final URI target;
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
  private final List<Exchanged> exchanges = new CopyOnWriteArrayList<>();

  /**
   * One request and its answer.
   *
   * @param path without the address of the interface
   * @param form media type of the request, in lower case
   */
  public record Exchanged(
      String method, String path, String form, ByteString request, int status, String answer) {}

  /**
   * @param apiBase of the server, with a slash at the end
   */
  public DiscordTap(String apiBase) throws IOException {
    this.target = URI.create(apiBase);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return passOn(request);
          }
        });
    server.start();
  }

  /** What the bot is pointed at instead. */
  public String apiBase() {
    return "http://127.0.0.1:" + server.getPort() + target.getRawPath();
  }

  public List<Exchanged> exchanges() {
    return List.copyOf(exchanges);
  }

  private MockResponse passOn(RecordedRequest request) {
    ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
    try (Response response = client.newCall(copy(request, body)).execute()) {
      String text = response.body().string();
      exchanges.add(
          new Exchanged(
              request.getMethod(),
              request.getUrl().encodedPath().substring(target.getRawPath().length() - 1),
              form(request.getHeaders()),
              body,
              response.code(),
              text));
      var answer = new MockResponse.Builder().code(response.code()).body(text);
      response
          .headers()
          .forEach(header -> {
            if (!isHopByHop(header.getFirst())) {
              answer.addHeader(header.getFirst(), header.getSecond());
            }
          });
      return answer.build();
    } catch (IOException e) {
      throw new IllegalStateException("the server behind does not answer", e);
    }
  }

  private Request copy(RecordedRequest request, ByteString body) {
    boolean carries = Set.of("POST", "PUT", "PATCH").contains(request.getMethod());
    @Nullable RequestBody content = carries ? RequestBody.create(body.toByteArray()) : null;
    var copy =
        new Request.Builder()
            .url(
                request.getUrl().newBuilder().host(target.getHost()).port(target.getPort()).build())
            .method(request.getMethod(), content);
    request
        .getHeaders()
        .forEach(header -> {
          if (!isHopByHop(header.getFirst())) {
            copy.addHeader(header.getFirst(), header.getSecond());
          }
        });
    return copy.build();
  }

  private static boolean isHopByHop(String header) {
    return HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
  }

  private static String form(Headers headers) {
    String type = headers.get("Content-Type");
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    server.close();
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
