package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.world.Happening;
import pairdesk.sandbox.wire.discord.world.Member;

/**
 * The WebSocket {@code /user/v1/socket?token=…}: everything that happens and that this person sees.
 */
public final class UserStream implements Consumer<Happening> {
  private static final int FRAMES_WAITING = 10_000;
  private static final int NOT_LOGGED_IN = 4401;

  /** The first frame: nothing that happens after it is missed. */
  private static final String LISTENING = "{\"type\":\"listening\"}";

  private final Map<String, Listener> listeners = new LinkedHashMap<>();
  private final Logins logins;
  private final UserEvents events;
  private final Turn turn;

  private record Listener(Member member, Session socket) {}

  public UserStream(Logins logins, Views views, Turn turn) {
    this.logins = logins;
    this.events = new UserEvents(views);
    this.turn = turn;
  }

  public void configure(WsConfig socket) {
    socket.onConnect(context -> turn.run(() -> connect(context)));
    socket.onClose(context -> turn.run(() -> listeners.remove(context.sessionId())));
  }

  private void connect(WsContext context) {
    Optional<Member> member = logins.byToken(context.queryParam("token"));
    if (member.isEmpty()) {
      context.closeSession(NOT_LOGGED_IN, "log in first");
      return;
    }
    context.session.setMaxOutgoingFrames(FRAMES_WAITING);
    listeners.put(context.sessionId(), new Listener(member.get(), context.session));
    context.session.sendText(LISTENING, Callback.NOOP);
  }

  @Override
  public void accept(Happening happening) {
    for (Listener listener : listeners.values()) {
      Optional<ObjectNode> event = events.of(happening, listener.member());
      event.ifPresent(node -> listener.socket().sendText(node.toString(), Callback.NOOP));
    }
  }
}
