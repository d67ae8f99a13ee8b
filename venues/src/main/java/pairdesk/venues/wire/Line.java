package pairdesk.venues.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, of whoever has taken it; one request at a time. */
public final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int BUFFER = 64 << 10;
  private static final String PROTOCOL = "http/1.1";

  private final Wire wire;
  private final SocketChannel channel;
  private final OutputStream out;
  private final InputStream in;
  private final AnswerReader reader;
  private final ByteBuffer anything = ByteBuffer.allocateDirect(1);

  private Line(Wire wire, SocketChannel channel, Socket socket) throws IOException {
    this.wire = wire;
    this.channel = channel;
    this.out = socket.getOutputStream();
    this.in = socket.getInputStream();
    this.reader = new AnswerReader(in);
  }

  /**
   * Connects to the first of its addresses that answers, and where the origin is a secure one
   * shakes hands with the host of that name.
   *
   * @throws IOException when that fails, or is not done within the limit
   */
  static Line open(Wire wire, Origin origin, Supplier<SSLSocketFactory> tls, Duration limit)
      throws IOException {
    long until = System.nanoTime() + limit.toNanos();
    IOException failed = new UnknownHostException(origin.host());
    for (InetAddress address : InetAddress.getAllByName(origin.host())) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (left.isPositive()) {
        try {
          return open(wire, new InetSocketAddress(address, origin.port()), origin, tls, left);
        } catch (IOException e) {
          failed = e;
        }
      }
    }
    throw failed;
  }

  private static Line open(
      Wire wire,
      InetSocketAddress address,
      Origin origin,
      Supplier<SSLSocketFactory> tls,
      Duration limit)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean opened = false;
    try (var cut = wire.limits().cut(channel, limit)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
      channel.connect(address);
      Socket socket = origin.secure() ? secured(channel, origin, tls.get()) : channel.socket();
      var line = new Line(wire, channel, socket);
      opened = cut.prevented();
      return line;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  private static SSLSocket secured(SocketChannel channel, Origin origin, SSLSocketFactory tls)
      throws IOException {
    var socket = (SSLSocket) tls.createSocket(channel.socket(), origin.host(), origin.port(), true);
    SSLParameters wanted = socket.getSSLParameters();
    wanted.setEndpointIdentificationAlgorithm("HTTPS");
    wanted.setApplicationProtocols(new String[] {PROTOCOL});
    socket.setSSLParameters(wanted);
    socket.startHandshake();
    String agreed = socket.getApplicationProtocol();
    if (!agreed.isEmpty() && !agreed.equals(PROTOCOL)) {
      throw new ProtocolException("speaks " + agreed + " only");
    }
    return socket;
  }

  /**
   * Whether nothing at all has been heard on it since its last answer: neither its end, nor words
   * that nobody asked for, nor what TLS says among itself, of which we cannot tell what it means.
   * Does not wait.
   */
  boolean isQuiet() {
    try {
      channel.configureBlocking(false);
      boolean quiet = channel.read(anything.clear()) == 0;
      channel.configureBlocking(true);
      return quiet;
    } catch (IOException e) {
      return false;
    }
  }

  /** Nothing was written: the next one may have it. */
  public void giveBack() {
    wire.giveBack(this);
  }

  /**
   * Hands the request to the socket, in one piece. Whatever comes of it is found out by {@link
   * Written#await}, which must be called.
   */
  public Written write(WireRequest request) {
    try {
      out.write(request.bytes());
      out.flush();
      return new Written(this, null);
    } catch (IOException e) {
      return new Written(this, e);
    }
  }

  /** Reads the answer; afterwards the line serves the next one, or is closed. */
  WireAnswer read(Duration limit) throws IOException {
    boolean serves = false;
    try (var cut = wire.limits().cut(channel, limit)) {
      AnswerReader.Read read = reader.read();
      serves = read.reusable() && reader.isEmpty() && in.available() == 0 && cut.prevented();
      return read.answer();
    } finally {
      if (serves) {
        wire.giveBack(this);
      } else {
        wire.discard(this);
      }
    }
  }

  void drop() {
    wire.discard(this);
  }

  /** At once: what TLS would say for good-bye could wait for the other side. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("connection not closed");
    }
  }
}
