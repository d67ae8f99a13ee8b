package pairdesk.venues.contract;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a server, passes everything on, and keeps what it saw. */
final class WireTap implements AutoCloseable {
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "host",
          "connection",
          "content-length",
          "accept-encoding",
          "content-encoding",
          "transfer-encoding",
          "upgrade");

  private final URI target;
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).followRedirects(false).build();
  private final List<Exchanged> exchanges = new CopyOnWriteArrayList<>();
  private final List<Frame> frames = new CopyOnWriteArrayList<>();

  private WireTap(URI target) {
    this.target = target;
  }

  /**
   * @param target any address of the server
   */
  static WireTap before(String target) throws IOException {
    var tap = new WireTap(URI.create(target));
    tap.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return tap.passOn(request);
          }
        });
    tap.server.start();
    return tap;
  }

  /** The same address of the server, by way of this. */
  URI by(String address) {
    URI there = URI.create(address);
    return URI.create(there.getScheme() + "://127.0.0.1:" + server.getPort() + there.getRawPath());
  }

  List<Exchanged> exchanges() {
    return List.copyOf(exchanges);
  }

  List<Frame> frames() {
    return List.copyOf(frames);
  }

  private MockResponse passOn(RecordedRequest request) {
    if ("websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))) {
      String path = request.getUrl().encodedPath();
      var bridge = new SocketBridge(frame -> frames.add(frame), path);
      bridge.connect(client, copy(request, null).build());
      return new MockResponse.Builder().webSocketUpgrade(bridge.towardsClient()).build();
    }
    ByteString body = request.getBody();
    try (Response response =
        client.newCall(copy(request, content(request, body)).build()).execute()) {
      String text = response.body().string();
      exchanges.add(
          new Exchanged(
              request.getMethod(),
              request.getUrl().encodedPath(),
              query(request.getUrl()),
              body == null ? "" : body.utf8(),
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

  private static @Nullable RequestBody content(RecordedRequest request, @Nullable ByteString body) {
    boolean wanted = Set.of("POST", "PUT", "PATCH").contains(request.getMethod());
    boolean there = body != null && body.size() > 0;
    return wanted || there
        ? RequestBody.create(body == null ? new byte[0] : body.toByteArray())
        : null;
  }

  private Request.Builder copy(RecordedRequest request, @Nullable RequestBody body) {
    HttpUrl url =
        request
            .getUrl()
            .newBuilder()
            .scheme("http")
            .host(target.getHost())
            .port(target.getPort())
            .build();
    var copy = new Request.Builder().url(url).method(request.getMethod(), body);
    request
        .getHeaders()
        .forEach(header -> {
          if (!isHopByHop(header.getFirst())) {
            copy.addHeader(header.getFirst(), header.getSecond());
          }
        });
    return copy;
  }

  private static boolean isHopByHop(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return HOP_BY_HOP.contains(name) || name.startsWith("sec-websocket-");
  }

  private static Map<String, List<String>> query(HttpUrl url) {
    var query = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < url.querySize(); i++) {
      query
          .computeIfAbsent(url.queryParameterName(i), _ -> new ArrayList<>())
          .add(String.valueOf(url.queryParameterValue(i)));
    }
    return query;
  }

  @Override
  public void close() {
    server.close();
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
