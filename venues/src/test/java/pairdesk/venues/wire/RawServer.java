package pairdesk.venues.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Speaks to each connection as it is told to, well or ill, and keeps what it was asked. */
final class RawServer implements AutoCloseable {
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private final ServerSocket server;
  private final String scheme;
  private final Manners manners;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What it does with a connection; then it closes it. */
  @FunctionalInterface
  interface Manners {
    void serve(Talk talk) throws IOException;
  }

  RawServer(Manners manners) throws IOException {
    this("http", ServerSocketFactory.getDefault(), manners);
  }

  RawServer(String scheme, ServerSocketFactory sockets, Manners manners) throws IOException {
    this.scheme = scheme;
    this.server = sockets.createServerSocket(0, 50, InetAddress.getByName("localhost"));
    this.manners = manners;
    Thread.ofPlatform().daemon().name("raw-server").start(this::accept);
  }

  /** Answers every request like this, on as many connections as come. */
  static Manners always(String answer) {
    return talk -> {
      while (talk.hears()) {
        talk.says(answer);
      }
    };
  }

  /** As a good server once, for the sake of warmth, and then as told. */
  static Manners thenOnce(Manners ill) {
    return talk -> {
      if (talk.hears()) {
        talk.says(OK);
        ill.serve(talk);
      }
    };
  }

  URI address() {
    return address("localhost");
  }

  URI address(String host) {
    return URI.create(scheme + "://" + host + ":" + server.getLocalPort());
  }

  /** Whole requests, in the order in which they came. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  long posts() {
    return requests.stream().filter(request -> request.startsWith("POST")).count();
  }

  int connections() {
    return open.size();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofPlatform().daemon().name("raw-connection").start(() -> serve(socket));
      }
    } catch (IOException e) {
      assert server.isClosed() : e;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      manners.serve(new Talk(socket, new BufferedInputStream(socket.getInputStream())));
    } catch (IOException e) {
      // the client has had enough of it
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** One connection, seen from the server. */
  final class Talk {
    private final Socket socket;
    private final InputStream in;

    private Talk(Socket socket, InputStream in) {
      this.socket = socket;
      this.in = in;
    }

    /** Whether another request came, whole. */
    boolean hears() throws IOException {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int c = in.read();
        if (c < 0) {
          return false;
        }
        head.append((char) c);
      }
      String body = new String(in.readNBytes(length(head.toString())), ISO_8859_1);
      requests.add(head + body);
      return true;
    }

    private static int length(String head) {
      return head.lines()
          .map(line -> line.toLowerCase(Locale.ROOT))
          .filter(line -> line.startsWith("content-length:"))
          .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
          .findFirst()
          .orElse(0);
    }

    void says(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /** Until the client has closed it. */
    void waits() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Ends it without good-bye. */
    void resets() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
