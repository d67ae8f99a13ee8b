package pairdesk.venues.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of HTTP/1.1 off one connection, and refuses what is not exactly that: a doubtful
 * answer proves nothing. One at a time; not safe for threads.
 */
final class AnswerReader {
  private static final int LONGEST_HEAD = 64 << 10;
  private static final int LARGEST_BODY = 1 << 20;
  private static final int MOST_INTERIM = 8;

  private final InputStream in;
  private final byte[] buffer = new byte[8 << 10];
  private int at;
  private int end;
  private int headLeft;

  /** An answer, and whether the connection can be used again after it. */
  record Read(WireAnswer answer, boolean reusable) {}

  private record Status(boolean keepsOpen, int code) {}

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /** Whether anything was read that belongs to no answer yet. */
  boolean isEmpty() {
    return at == end;
  }

  /**
   * @throws IOException when the answer does not come whole, or is none
   */
  Read read() throws IOException {
    headLeft = LONGEST_HEAD;
    for (int interim = 0; interim <= MOST_INTERIM; interim++) {
      Status status = status(line());
      Map<String, String> headers = headers();
      if (status.code() >= 200) {
        return whole(status, headers);
      }
      if (status.code() == 101) {
        throw new ProtocolException("asked to speak another protocol");
      }
    }
    throw new ProtocolException("nothing but interim answers");
  }

  private Read whole(Status status, Map<String, String> headers) throws IOException {
    String coding = headers.getOrDefault("content-encoding", "identity");
    if (!coding.equalsIgnoreCase("identity")) {
      throw new ProtocolException("a coding that was not asked for: " + coding);
    }
    String transfer = headers.get("transfer-encoding");
    String length = headers.get("content-length");
    boolean ends = true;
    byte[] body;
    if (status.code() == 204 || status.code() == 304) {
      body = new byte[0];
    } else if (transfer != null) {
      body = chunked(transfer);
      ends = length == null;
    } else if (length != null) {
      body = exactly(length(length, 10), new ByteArrayOutputStream()).toByteArray();
    } else {
      body = toTheEnd();
      ends = false;
    }
    boolean reusable = ends && status.keepsOpen() && !saysClose(headers.get("connection"));
    return new Read(new WireAnswer(status.code(), headers, new String(body, UTF_8)), reusable);
  }

  private static boolean saysClose(@Nullable String connection) {
    return connection != null && connection.toLowerCase(Locale.ROOT).contains("close");
  }

  private static Status status(String line) throws IOException {
    boolean understood =
        line.length() >= 12
            && (line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 "))
            && line.substring(9, 12).chars().allMatch(c -> c >= '0' && c <= '9')
            && (line.length() == 12 || line.charAt(12) == ' ')
            && line.charAt(9) != '0';
    if (!understood) {
      throw new ProtocolException("no status line of HTTP/1.1");
    }
    return new Status(line.charAt(7) == '1', Integer.parseInt(line.substring(9, 12)));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        throw new ProtocolException("a header without a name");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String before = headers.put(name, line.substring(colon + 1).strip());
      boolean frames = name.equals("content-length") || name.equals("transfer-encoding");
      if (frames && before != null) {
        throw new ProtocolException("repeated: " + name);
      }
    }
    return headers;
  }

  private byte[] chunked(String transfer) throws IOException {
    if (!transfer.equalsIgnoreCase("chunked")) {
      throw new ProtocolException("an unknown transfer coding");
    }
    var body = new ByteArrayOutputStream();
    for (; ; ) {
      headLeft = LONGEST_HEAD;
      String line = line();
      int extension = line.indexOf(';');
      String size = extension < 0 ? line : line.substring(0, extension);
      int length = length(size.strip(), 16);
      if (length == 0) {
        headers();
        return body.toByteArray();
      }
      exactly(length, body);
      if (!line().isEmpty()) {
        throw new ProtocolException("a chunk longer than it said");
      }
    }
  }

  private static int length(String text, int radix) throws IOException {
    boolean digits =
        !text.isEmpty()
            && text.length() <= 16
            && text.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128);
    if (!digits) {
      throw new ProtocolException("no length");
    }
    long length = Long.parseLong(text, radix);
    if (length > LARGEST_BODY) {
      throw tooLarge();
    }
    return (int) length;
  }

  private ByteArrayOutputStream exactly(int length, ByteArrayOutputStream body) throws IOException {
    for (int left = length; left > 0; ) {
      await();
      int part = Math.min(left, end - at);
      take(part, body);
      left -= part;
    }
    return body;
  }

  private byte[] toTheEnd() throws IOException {
    var body = new ByteArrayOutputStream();
    while (at < end || fill()) {
      take(end - at, body);
    }
    return body.toByteArray();
  }

  private void take(int count, ByteArrayOutputStream body) throws IOException {
    if (body.size() + count > LARGEST_BODY) {
      throw tooLarge();
    }
    body.write(buffer, at, count);
    at += count;
  }

  private static IOException tooLarge() {
    return new ProtocolException("answer larger than " + LARGEST_BODY + " bytes");
  }

  /** Without its end. */
  private String line() throws IOException {
    var line = new StringBuilder(80);
    for (; ; ) {
      await();
      char c = (char) (buffer[at++] & 0xff);
      if (--headLeft < 0) {
        throw new ProtocolException("the head of the answer is too long");
      }
      if (c == '\n') {
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
      }
      line.append(c);
    }
  }

  private void await() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException("closed before the answer was whole");
    }
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    at = 0;
    end = Math.max(0, count);
    return count > 0;
  }
}
