package pairdesk.sandbox.wire.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.discord.DiscordOptions.BotGrants;
import pairdesk.sandbox.wire.discord.world.Permission;

class AttachmentsTest {
  private static final int LIMIT = 10 * 1024 * 1024;

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void servesWhatWasUploadedButNeverAsAPage() {
    String payload =
        "{\"content\": \"Zahlen ✅\", \"attachments\": [{\"id\": 0, \"description\": \"a table\"}]}";
    JsonNode message =
        desk.upload("POST", Desk.MESSAGES, payload, "a b.html", "<b>1</b>".getBytes(UTF_8)).body();
    assertEquals("Zahlen ✅", message.path("content").asText());
    assertEquals("a table", message.at("/attachments/0/description").asText());
    Desk.Answer file = desk.call("GET", message.at("/attachments/0/url").asText(), "", "");
    assertEquals("<b>1</b>", file.response().body());
    assertEquals("attachment", file.header("Content-Disposition"));
    assertEquals("nosniff", file.header("X-Content-Type-Options"));
    assertTrue(file.header("Content-Security-Policy").startsWith("sandbox"));
  }

  @Test
  void fileShownByAnEmbedIsNotListed() {
    String payload = "{\"embeds\": [{\"image\": {\"url\": \"attachment://a.txt\"}}]}";
    JsonNode message = desk.upload("POST", Desk.MESSAGES, payload, "a.txt", new byte[] {1}).body();
    assertEquals(0, message.path("attachments").size());
    assertTrue(
        message
            .at("/embeds/0/image/url")
            .asText()
            .startsWith(desk.front.pageUrl() + "attachments/"));
  }

  @Test
  void editKeepsFilesUnlessItListsOthers() {
    JsonNode message = desk.upload("POST", Desk.MESSAGES, "{}", "a.txt", new byte[] {1}).body();
    String path = Desk.MESSAGES + "/" + message.path("id").asText();
    assertEquals(
        1, desk.bot("PATCH", path, "{\"content\": \"x\"}").body().path("attachments").size());
    JsonNode added = desk.upload("PATCH", path, "{}", "b.txt", new byte[] {2}).body();
    assertEquals("b.txt", added.at("/attachments/1/filename").asText());
    String kept =
        "{\"attachments\": [{\"id\": \"%s\"}]}".formatted(added.at("/attachments/1/id").asText());
    JsonNode left = desk.bot("PATCH", path, kept).body();
    assertEquals(1, left.path("attachments").size());
    assertEquals("b.txt", left.at("/attachments/0/filename").asText());
  }

  @Test
  void takesTenMebibytesAndNotOneByteMore() {
    assertEquals(200, desk.upload("POST", Desk.MESSAGES, "{}", "a.bin", new byte[LIMIT]).status());
    Desk.Answer refused = desk.upload("POST", Desk.MESSAGES, "{}", "a.bin", new byte[LIMIT + 1]);
    assertEquals(413, refused.status());
    assertEquals(40005, refused.code());
  }

  @Test
  void needsPermissionForFiles() {
    long plain = Permission.bits(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
    try (Desk poor = new Desk(new BotGrants(BotGrants.TOKEN, plain, 0))) {
      assertEquals(50013, poor.upload("POST", Desk.MESSAGES, "{}", "a.txt", new byte[] {1}).code());
    }
  }
}
