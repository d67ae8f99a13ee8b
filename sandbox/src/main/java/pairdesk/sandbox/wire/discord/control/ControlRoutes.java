package pairdesk.sandbox.wire.discord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import pairdesk.sandbox.wire.discord.fault.Faults;
import pairdesk.sandbox.wire.discord.fault.Faults.HttpFault;
import pairdesk.sandbox.wire.discord.gateway.Sessions;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Form;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Json;

/** Reads which fault is wanted and lets it happen. */
public final class ControlRoutes {
  private static final int MOST = 1_000;
  private static final int LONGEST_MILLIS = 60_000;

  private final Faults faults;
  private final Sessions sessions;
  private final Turn turn;

  public ControlRoutes(Faults faults, Sessions sessions, Turn turn) {
    this.faults = faults;
    this.sessions = sessions;
    this.turn = turn;
  }

  public void register(RoutesConfig routes) {
    routes.addHttpHandler(
        HandlerType.POST, "/control/discord", context -> answer(Call.read(context)).send(context));
  }

  private Reply answer(Call call) {
    try {
      ObjectNode wish = call.object();
      turn.run(() -> apply(wish));
      return Reply.ok(Json.object().put("fault", wish.path("fault").asText()));
    } catch (ApiError e) {
      return Reply.error(e.status(), e.body());
    }
  }

  private void apply(ObjectNode wish) {
    switch (wish.path("fault").asText()) {
      case "drop_socket" -> sessions.drop();
      case "reconnect" -> sessions.askToReconnect();
      case "invalid_session" -> sessions.invalidate(wish.path("resumable").asBoolean(false));
      case "rate_limit" ->
          addHttp(
              wish,
              new Faults.RateLimited(millis(wish, 1_000), wish.path("global").asBoolean(false)));
      case "ban" -> addHttp(wish, new Faults.Banned(millis(wish, 1_000)));
      case "heartbeat" -> faults.heartbeatEvery(millis(wish, 1_000));
      case "unavailable" -> addHttp(wish, new Faults.Unavailable());
      case "slow" -> addHttp(wish, new Faults.Slow(millis(wish, 1_000)));
      case "duplicate_dispatch" -> faults.duplicateNext(count(wish));
      case "missed_acknowledgement" -> faults.missNext(count(wish));
      case "clear" -> faults.clear();
      default ->
          throw FormErrors.single(
              "fault",
              "BASE_TYPE_CHOICES",
              "Must be drop_socket, reconnect, invalid_session, rate_limit, ban, unavailable, slow,"
                  + " heartbeat, duplicate_dispatch, missed_acknowledgement or clear.");
    }
  }

  private void addHttp(ObjectNode wish, Faults.Effect effect) {
    faults.add(new HttpFault(effect, wish.path("path").asText(""), count(wish)));
  }

  private static int count(ObjectNode wish) {
    return Math.toIntExact(integer(wish, "count", 1, MOST, 1));
  }

  private static Duration millis(JsonNode wish, long fallback) {
    return Duration.ofMillis(integer(wish, "millis", 0, LONGEST_MILLIS, fallback));
  }

  private static long integer(JsonNode wish, String field, long min, long max, long fallback) {
    FormErrors errors = new FormErrors();
    long value = Form.of(wish, errors).at(field).integer(min, max, fallback);
    errors.refuseIfAny();
    return value;
  }
}
