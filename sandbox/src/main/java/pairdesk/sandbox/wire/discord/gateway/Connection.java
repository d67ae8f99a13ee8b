package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of the bot. With {@code compress=zlib-stream} all messages of the connection form
 * one deflate stream, each ended by a sync flush and sent as a binary frame.
 */
final class Connection {
  private static final int FRAMES_WAITING = 10_000;
  private static final int SENDS_PER_MINUTE = 120;

  private final Session socket;
  private final @Nullable Deflater deflater;
  private Instant minute = Instant.MIN;
  private int sends;
  private Instant lastHeartbeat;

  Connection(WsContext context, Instant now) {
    socket = context.session;
    socket.setMaxOutgoingFrames(FRAMES_WAITING);
    deflater = "zlib-stream".equals(context.queryParam("compress")) ? new Deflater() : null;
    lastHeartbeat = now;
  }

  void send(ObjectNode frame) {
    if (deflater == null) {
      socket.sendText(frame.toString(), Callback.NOOP);
    } else {
      socket.sendBinary(deflated(deflater, frame.toString()), Callback.NOOP);
    }
  }

  /** Counts a message from the bot; false when it has sent more than 120 within a minute. */
  boolean countSend(Instant now) {
    if (now.isAfter(minute.plusSeconds(60))) {
      minute = now;
      sends = 0;
    }
    sends++;
    return sends <= SENDS_PER_MINUTE;
  }

  void beat(Instant now) {
    lastHeartbeat = now;
  }

  boolean isSilentSince(Instant limit) {
    return lastHeartbeat.isBefore(limit);
  }

  void close(int code, String reason) {
    socket.close(code, reason, Callback.NOOP);
  }

  /** Cuts the line without a closing frame. */
  void drop() {
    socket.disconnect();
  }

  boolean carries(WsContext context) {
    return socket.equals(context.session);
  }

  void release() {
    if (deflater != null) {
      deflater.end();
    }
  }

  private static ByteBuffer deflated(Deflater deflater, String text) {
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    int length;
    do {
      length = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
      out.write(chunk, 0, length);
    } while (length == chunk.length);
    return ByteBuffer.wrap(out.toByteArray());
  }
}
