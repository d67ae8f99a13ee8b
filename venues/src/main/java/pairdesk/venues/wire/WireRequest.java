package pairdesk.venues.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/** A request as the bytes that leave, in one piece. */
public final class WireRequest {
  /** What a socket's buffer takes at once, so that no write waits for the other side. */
  private static final int LARGEST = 16 << 10;

  /** As OkHttp calls itself: an edge must not let one of the two in and not the other. */
  private static final String AGENT = "okhttp/" + OkHttp.VERSION;

  private final byte[] bytes;

  private WireRequest(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * What is asked.
   *
   * @param target path with the query, already encoded
   * @param headers beside those that every request has
   * @param body JSON text; null when there is none
   */
  public record Asked(
      String method, String target, Map<String, String> headers, @Nullable String body) {}

  /**
   * Empty when it is too large for one write, or its head has anything but printable ASCII.
   *
   * @param host as the Host header names it
   */
  static Optional<WireRequest> of(String host, Asked asked) {
    if (!isPlain(asked)) {
      return Optional.empty();
    }
    byte[] body = asked.body() == null ? new byte[0] : asked.body().getBytes(UTF_8);
    byte[] head = head(host, asked, body.length).getBytes(ISO_8859_1);
    if (head.length + body.length > LARGEST) {
      return Optional.empty();
    }
    byte[] bytes = new byte[head.length + body.length];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    return Optional.of(new WireRequest(bytes));
  }

  private static String head(String host, Asked asked, int length) {
    var head = new StringBuilder(512);
    head.append(asked.method()).append(' ').append(asked.target()).append(" HTTP/1.1\r\n");
    field(head, "Host", host);
    for (Map.Entry<String, String> header : asked.headers().entrySet()) {
      field(head, header.getKey(), header.getValue());
    }
    field(head, "User-Agent", AGENT);
    field(head, "Accept-Encoding", "identity");
    if (asked.body() != null) {
      field(head, "Content-Type", "application/json");
    }
    if (!asked.method().equals("GET")) {
      field(head, "Content-Length", Integer.toString(length));
    }
    return head.append("\r\n").toString();
  }

  private static void field(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** No line can be smuggled into the head. */
  private static boolean isPlain(Asked asked) {
    if (!isWord(asked.method()) || !isWord(asked.target())) {
      return false;
    }
    for (Map.Entry<String, String> header : asked.headers().entrySet()) {
      if (!isWord(header.getKey()) || !isBetween(' ', header.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && isBetween('!', text);
  }

  private static boolean isBetween(char first, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < first || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
