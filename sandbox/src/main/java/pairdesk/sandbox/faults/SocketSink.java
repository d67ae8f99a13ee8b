package pairdesk.sandbox.faults;

import io.javalin.websocket.WsContext;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import pairdesk.sandbox.wire.MutableEndPoint;

/** The end of a stream at a WebSocket. */
public final class SocketSink implements StreamSink {
  private final WsContext context;
  private volatile boolean silent;

  public SocketSink(WsContext context) {
    this.context = context;
  }

  @Override
  public void send(String text) {
    if (isSpeaking()) {
      context.send(text);
    }
  }

  /** Whether the socket is open and shows signs of life. */
  public boolean isSpeaking() {
    return !silent && context.session.isOpen();
  }

  @Override
  public void close() {
    context.session.disconnect();
  }

  @Override
  public void close(int code, String reason) {
    context.closeSession(code, reason);
  }

  @Override
  public void silence() {
    silent = true;
    CoreSession core = ((WebSocketSession) context.session).getCoreSession();
    EndPoint connection = ((WebSocketCoreSession) core).getConnection().getEndPoint();
    ((MutableEndPoint) connection).mute();
  }
}
