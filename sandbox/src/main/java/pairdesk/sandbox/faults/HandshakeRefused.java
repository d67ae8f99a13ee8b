package pairdesk.sandbox.faults;

import io.javalin.http.Context;
import pairdesk.sandbox.wire.WireReply;

/** A rule has this reply in place of an open socket. */
public final class HandshakeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WireReply reply;

  HandshakeRefused(WireReply reply) {
    super("a rule refuses the handshake with " + reply.status());
    this.reply = reply;
  }

  public void write(Context context) {
    new ReplySender(context).send(reply);
  }
}
