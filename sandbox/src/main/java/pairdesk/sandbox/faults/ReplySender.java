package pairdesk.sandbox.faults;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import pairdesk.sandbox.wire.WireReply;

/** Sends a reply whole, in part, slowly, too long, or not at all. */
record ReplySender(Context context) {
  private static final int MEGABYTE = 1 << 20;

  void send(WireReply reply) {
    begin(reply);
    if (!reply.body().isEmpty()) {
      context.result(reply.body());
    }
  }

  private void begin(WireReply reply) {
    context.status(reply.status());
    reply.headers().forEach(context::header);
  }

  /** Ends the connection without an answer. */
  void cut(Duration hold) throws InterruptedException {
    Thread.sleep(hold);
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /** Promises all of the reply and ends the connection after so much of it. */
  void breakOff(WireReply reply, int bytes) throws InterruptedException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    begin(reply);
    context.res().setContentLength(body.length);
    write(Arrays.copyOf(body, Math.min(bytes, body.length)));
    cut(Duration.ZERO);
  }

  void drip(WireReply reply, int bytes, Duration every) throws InterruptedException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    begin(reply);
    context.res().setContentLength(body.length);
    for (int from = 0; from < body.length; from += bytes) {
      Thread.sleep(every);
      write(Arrays.copyOfRange(body, from, Math.min(from + bytes, body.length)));
    }
  }

  void flood(WireReply reply, int megabytes) {
    begin(reply);
    write(reply.body().getBytes(StandardCharsets.UTF_8));
    byte[] blank = new byte[MEGABYTE];
    Arrays.fill(blank, (byte) ' ');
    for (int i = 0; i < megabytes; i++) {
      write(blank);
    }
  }

  private void write(byte[] bytes) {
    try {
      OutputStream out = context.res().getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("client went away", e);
    }
  }
}
