package pairdesk.benchmarks.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the pages of both venues on this machine. */
final class CatalogueServer implements AutoCloseable {
  private static final Pattern CURSOR = Pattern.compile("(?:after_)?cursor=(\\d+)");
  private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");

  private final HttpServer server;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong pages = new AtomicLong();

  /**
   * @param series Kalshi's answer to {@code /series}
   */
  CatalogueServer(Pages kalshi, Pages polymarket, byte[] series) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/kalshi/events", call -> page(call, kalshi, "cursor"));
    server.createContext("/kalshi/series", call -> answer(call, series));
    server.createContext("/gamma/events/keyset", call -> page(call, polymarket, "next_cursor"));
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What was served so far. */
  long bytes() {
    return bytes.get();
  }

  long pages() {
    return pages.get();
  }

  private void page(HttpExchange call, Pages made, String cursorField) throws IOException {
    String query = call.getRequestURI().getRawQuery();
    pages.incrementAndGet();
    answer(call, made.page(number(CURSOR, query), number(LIMIT, query), cursorField));
  }

  private static int number(Pattern pattern, String query) {
    Matcher found = pattern.matcher(query);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private void answer(HttpExchange call, byte[] body) throws IOException {
    bytes.addAndGet(body.length);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, body.length);
    try (var out = call.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
