package pairdesk.sandbox.wire.kalshi;

import io.javalin.http.Context;
import pairdesk.sandbox.wire.WireReply;

/** Ends a WebSocket handshake with a reply instead of an upgrade. */
final class NotAdmitted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WireReply reply;

  NotAdmitted(WireReply reply) {
    super("not admitted: " + reply.status());
    this.reply = reply;
  }

  void write(Context context) {
    context.status(reply.status());
    reply.headers().forEach(context::header);
    context.result(reply.body());
  }
}
