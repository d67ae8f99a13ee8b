package pairdesk.bot.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Both venues' doors: notes when an order has arrived whole, then answers that nothing of it was
 * filled. It verifies nothing, so that its own work hardly counts.
 */
public final class OrderDoor implements AutoCloseable {
  public static final String KALSHI_ORDERS = "/trade-api/v2/portfolio/events/orders";
  public static final String POLYMARKET_ORDERS = "/order";

  private static final String KALSHI_ANSWER =
      """
      {"order_id":"made","fill_count":"0.00","remaining_count":"0.00"}\
      """;
  private static final String GROUP_ANSWER = "{\"order_group_id\":\"made\"}";
  private static final String NO_MATCH =
      """
      {"error":"no orders found to match with FAK order. FAK orders are partially filled or killed \
      if no match is found."}\
      """;
  private static final long PATIENCE_SECONDS = 10;

  private final ServerSocket server;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private List<Arrival> awaited = List.of();

  /** An order that waits for its answer. */
  private record Arrival(long at, CountDownLatch answer) {}

  /** One request, as far as it matters here. */
  private record Request(String target, int length) {}

  public OrderDoor() throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("door").start(this::accept);
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  /** Waits for the next two orders and says when the later one had arrived. */
  public long both() {
    try {
      awaited = List.of(next(), next());
      return awaited.stream().mapToLong(Arrival::at).max().orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while orders were awaited", e);
    }
  }

  /** Answers these two, which have waited for it: until then nobody can try again. */
  public void answerBoth() {
    awaited.forEach(arrival -> arrival.answer().countDown());
  }

  private Arrival next() throws InterruptedException {
    Arrival arrived = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (arrived == null) {
      throw new IllegalStateException("no order came within " + PATIENCE_SECONDS + " s");
    }
    return arrived;
  }

  /** How many orders came that nobody waited for. */
  public int unexpected() {
    return arrivals.size();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().name("door-connection").start(() -> serve(socket));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new IllegalStateException("the door is stuck", e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      for (String first = line(in); !first.isEmpty(); first = line(in)) {
        Request request = request(first, in);
        in.skipNBytes(request.length());
        long now = System.nanoTime();
        out.write(answer(request.target(), now));
        out.flush();
      }
    } catch (SocketException e) {
      // the client has hung up, which is its way to close
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("a request was cut off", e);
    }
  }

  private byte[] answer(String target, long now) throws InterruptedException {
    return switch (target) {
      case KALSHI_ORDERS -> arrived(now, text("201 Created", KALSHI_ANSWER));
      case POLYMARKET_ORDERS -> arrived(now, text("400 Bad Request", NO_MATCH));
      default ->
          target.endsWith("/order_groups/create")
              ? text("201 Created", GROUP_ANSWER)
              : text("404 Not Found", "{}");
    };
  }

  private byte[] arrived(long now, byte[] answer) throws InterruptedException {
    var arrival = new Arrival(now, new CountDownLatch(1));
    arrivals.add(arrival);
    arrival.answer().await();
    return answer;
  }

  private static Request request(String first, InputStream in) throws IOException {
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).trim());
      }
    }
    return new Request(first.split(" ")[1], length);
  }

  /** Without its end; empty at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(80);
    for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static byte[] text(String status, String body) {
    return ("HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("the door does not close", e);
    }
  }
}
