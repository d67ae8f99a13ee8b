package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import pairdesk.sandbox.wire.discord.protocol.Json;

/** Gateway messages that are no dispatch. */
final class Frames {
  static final int HEARTBEAT = 1;
  static final int IDENTIFY = 2;
  static final int PRESENCE = 3;
  static final int RESUME = 6;
  private static final int RECONNECT = 7;
  private static final int INVALID_SESSION = 9;
  private static final int HELLO = 10;
  private static final int HEARTBEAT_ACK = 11;

  private Frames() {}

  static ObjectNode hello(Duration heartbeatInterval) {
    ObjectNode frame = frame(HELLO);
    frame.putObject("d").put("heartbeat_interval", heartbeatInterval.toMillis());
    return frame;
  }

  static ObjectNode acknowledgement() {
    return frame(HEARTBEAT_ACK).putNull("d");
  }

  static ObjectNode reconnect() {
    return frame(RECONNECT).putNull("d");
  }

  static ObjectNode invalidSession(boolean resumable) {
    return frame(INVALID_SESSION).put("d", resumable);
  }

  private static ObjectNode frame(int op) {
    return Json.object().put("op", op).putNull("s").putNull("t");
  }
}
