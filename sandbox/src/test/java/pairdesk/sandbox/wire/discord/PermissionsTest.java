package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.discord.DiscordOptions.BotGrants;
import pairdesk.sandbox.wire.discord.world.Permission;

class PermissionsTest {
  private static final String EMBED = "{\"embeds\": [{\"title\": \"a\"}]}";

  @Test
  void refusesAWrongToken() {
    try (Desk desk = new Desk()) {
      Desk.Answer answer = desk.call("GET", desk.front.apiBase() + "users/@me", "Bot wrong", "");
      assertEquals(401, answer.status());
      assertEquals("401: Unauthorized", answer.body().path("message").asText());
    }
  }

  @Test
  void botNeedsPermissionForWhatItSends() {
    long plain = Permission.bits(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);
    try (Desk desk = new Desk(granted(plain | Permission.SEND_MESSAGES.bit()))) {
      Desk.Answer sent = desk.post("plain");
      assertEquals(200, sent.status());
      assertEquals(50013, desk.bot("POST", Desk.MESSAGES, EMBED).code());
      assertEquals(50013, desk.bot("PUT", Desk.MESSAGES + "/pins/" + sent.id(), "").code());
      assertEquals(
          50013, desk.bot("DELETE", Desk.MESSAGES + "/" + sent.id() + "/reactions", "").code());
    }
  }

  @Test
  void botThatMayNotWriteIsRefusedAlsoWhereEveryoneMay() {
    try (Desk desk = new Desk()) {
      Person operator = Person.login(desk.front, "operator");
      var plain = Person.object().put("content", "hello");
      assertEquals(200, operator.post("/channels/desk/messages", plain).status());
      assertEquals(403, operator.post("/channels/audit/messages", plain).status());
      String audit = "channels/" + DiscordDirectory.AUDIT_CHANNEL + "/messages";
      assertEquals(200, desk.bot("POST", audit, plain.toString()).status());
      operator.close();
    }
  }

  @Test
  void botEditsItsOwnMessagesOnly() {
    try (Desk desk = new Desk()) {
      Person viewer = Person.login(desk.front, "viewer");
      String theirs =
          viewer
              .post("/channels/desk/messages", Person.object().put("content", "mine"))
              .body()
              .path("id")
              .asText();
      assertEquals(
          50005,
          desk.bot("PATCH", Desk.MESSAGES + "/" + theirs, "{\"content\": \"changed\"}").code());
      assertEquals(204, desk.bot("DELETE", Desk.MESSAGES + "/" + theirs, "").status());
      viewer.close();
    }
  }

  @Test
  void commandsAreOfferedByDefaultPermission() {
    try (Desk desk = new Desk()) {
      desk.register(
          """
          [{"name": "status", "description": "d"},
           {"name": "halt", "description": "d", "default_member_permissions": "32"},
           {"name": "resume", "description": "d", "default_member_permissions": "0"}]
          """);
      assertEquals(List.of("status"), offeredTo(desk, "viewer"));
      assertEquals(List.of("halt", "status"), offeredTo(desk, "operator"));
      assertEquals(List.of("halt", "resume", "status"), offeredTo(desk, "admin"));
      Person viewer = Person.login(desk.front, "viewer");
      assertEquals("name", viewer.command("halt", "{}").field());
      assertEquals(
          "channel",
          viewer
              .post("/commands", Person.object().put("channel", "audit").put("name", "status"))
              .field());
      viewer.close();
    }
  }

  private static List<String> offeredTo(Desk desk, String name) {
    try (Person person = Person.login(desk.front, name)) {
      return person
          .get("/commands")
          .body()
          .valueStream()
          .map(command -> command.path("name"))
          .map(JsonNode::asText)
          .toList();
    }
  }

  private static BotGrants granted(long permissions) {
    return new BotGrants(BotGrants.TOKEN, permissions, 0);
  }
}
