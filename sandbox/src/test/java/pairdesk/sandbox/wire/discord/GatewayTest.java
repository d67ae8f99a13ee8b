package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.discord.DiscordOptions.BotGrants;
import pairdesk.sandbox.wire.discord.gateway.Intents;

class GatewayTest {
  private static final long GUILDS = 1;
  private static final long MESSAGES = 1L << 9;
  private static final long CONTENT = Intents.MESSAGE_CONTENT_BIT;

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void greetsIntroducesAndAcknowledges() {
    try (GatewayClient client = new GatewayClient(desk.front, "")) {
      assertEquals(41_250, client.op(10).at("/d/heartbeat_interval").asInt());
      client.identify(GUILDS);
      JsonNode ready = client.dispatch("READY");
      assertEquals(1, ready.path("s").asInt());
      assertEquals(Long.toString(DiscordDirectory.GUILD), ready.at("/d/guilds/0/id").asText());
      JsonNode guild = client.dispatch("GUILD_CREATE");
      assertEquals("desk", guild.at("/d/channels/0/name").asText());
      assertEquals(1, guild.at("/d/members").size());
      client.heartbeat();
      client.op(11);
    }
  }

  @Test
  void compressesAsOneStream() {
    try (GatewayClient client = new GatewayClient(desk.front, "&compress=zlib-stream")) {
      client.op(10);
      client.identify(GUILDS | MESSAGES);
      client.dispatch("GUILD_CREATE");
      desk.post("zipped ✅");
      assertEquals("zipped ✅", client.dispatch("MESSAGE_CREATE").at("/d/content").asText());
    }
  }

  @Test
  void closesOnWrongTokenUnknownIntentsAndOpcodes() {
    assertEquals(4004, closedAfter(client -> client.identify(GUILDS, "wrong")));
    assertEquals(4013, closedAfter(client -> client.identify(1L << 40)));
    assertEquals(4014, closedAfter(client -> client.identify(GUILDS | CONTENT)));
    assertEquals(4001, closedAfter(client -> client.send(Person.object().put("op", 99))));
    assertEquals(4003, closedAfter(client -> client.send(Person.object().put("op", 3))));
    assertEquals(
        4005,
        closedAfter(client -> {
          client.identify(GUILDS);
          client.identify(GUILDS);
        }));
  }

  @Test
  void closesAfterTooManyMessages() {
    assertEquals(
        4008,
        closedAfter(client -> {
          for (int i = 0; i < 121; i++) {
            client.heartbeat();
          }
        }));
  }

  @Test
  void closesWithoutHeartbeat() {
    try (GatewayClient client = GatewayClient.identified(desk.front, GUILDS)) {
      desk.clock.advance(Duration.ofSeconds(83));
      desk.front.sweep();
      assertEquals(4009, client.closeCode());
    }
  }

  @Test
  void sendsOnlyWhatTheIntentsAskFor() {
    try (GatewayClient few = GatewayClient.identified(desk.front, GUILDS);
        GatewayClient usual = GatewayClient.identified(desk.front, GatewayClient.USUAL_INTENTS);
        Person viewer = Person.login(desk.front, "viewer")) {
      String id = desk.post("vote").id();
      viewer.react("PUT", id, "✅");
      JsonNode added = usual.dispatch("MESSAGE_REACTION_ADD");
      assertEquals("viewer", added.at("/d/member/user/username").asText());
      desk.bot("PUT", Desk.MESSAGES + "/pins/" + id, "");
      assertEquals(3, few.dispatch("CHANNEL_PINS_UPDATE").path("s").asInt());
    }
  }

  @Test
  void hidesWhatOthersWriteWithoutTheContentIntent() {
    try (GatewayClient client = GatewayClient.identified(desk.front, GatewayClient.USUAL_INTENTS);
        Person viewer = Person.login(desk.front, "viewer")) {
      viewer.post("/channels/desk/messages", Person.object().put("content", "private"));
      assertEquals("", client.dispatch("MESSAGE_CREATE").at("/d/content").asText());
      viewer.post(
          "/channels/desk/messages",
          Person.object().put("content", "<@" + DiscordDirectory.BOT + "> hello"));
      assertFalse(client.dispatch("MESSAGE_CREATE").at("/d/content").asText().isEmpty());
    }
  }

  @Test
  void showsWhatOthersWriteWithTheGrantedIntent() {
    BotGrants grants = new BotGrants(BotGrants.TOKEN, BotGrants.USUAL.permissions(), CONTENT);
    try (Desk open = new Desk(grants);
        GatewayClient client =
            GatewayClient.identified(open.front, GatewayClient.USUAL_INTENTS | CONTENT);
        Person viewer = Person.login(open.front, "viewer")) {
      viewer.post("/channels/desk/messages", Person.object().put("content", "public"));
      assertEquals("public", client.dispatch("MESSAGE_CREATE").at("/d/content").asText());
    }
  }

  @Test
  void resumesWithWhatWasMissedInOrder() {
    GatewayClient first = new GatewayClient(desk.front, "");
    first.identify(GatewayClient.USUAL_INTENTS);
    String session = first.dispatch("READY").at("/d/session_id").asText();
    long seen = first.dispatch("GUILD_CREATE").path("s").asLong();
    desk.fault("{\"fault\": \"drop_socket\"}");
    assertEquals(1006, first.closeCode());
    desk.post("one");
    desk.post("two");
    try (GatewayClient second = new GatewayClient(desk.front, "")) {
      second.resume(session, seen);
      JsonNode one = second.dispatch("MESSAGE_CREATE");
      assertEquals("one", one.at("/d/content").asText());
      assertEquals(seen + 1, one.path("s").asLong());
      assertEquals("two", second.dispatch("MESSAGE_CREATE").at("/d/content").asText());
      second.dispatch("RESUMED");
      desk.post("three");
      assertEquals("three", second.dispatch("MESSAGE_CREATE").at("/d/content").asText());
    }
  }

  @Test
  void refusesToResumeWhatItDoesNotKnow() {
    try (GatewayClient client = new GatewayClient(desk.front, "")) {
      client.resume("unknown", 1);
      assertFalse(client.op(9).path("d").asBoolean());
    }
  }

  @Test
  void goodbyeEndsTheSession() {
    GatewayClient first = new GatewayClient(desk.front, "");
    first.identify(GUILDS);
    String session = first.dispatch("READY").at("/d/session_id").asText();
    first.leave();
    try (GatewayClient second = new GatewayClient(desk.front, "")) {
      second.resume(session, 1);
      assertFalse(second.op(9).path("d").asBoolean());
    }
  }

  private int closedAfter(Consumer<GatewayClient> work) {
    try (GatewayClient client = new GatewayClient(desk.front, "")) {
      work.accept(client);
      return client.closeCode();
    }
  }
}
