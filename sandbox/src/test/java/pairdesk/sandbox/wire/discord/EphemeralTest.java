package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A message with flag 64 is there for the one who caused it, and for the bot through its
 * interaction only.
 */
class EphemeralTest {
  private final Desk desk = new Desk();
  private final GatewayClient gateway =
      GatewayClient.identified(desk.front, GatewayClient.USUAL_INTENTS);
  private final Person operator = Person.login(desk.front, "operator");
  private final Person viewer = Person.login(desk.front, "viewer");
  private JsonNode interaction = Person.object();
  private String whisper = "";

  @BeforeEach
  void whisperToOperator() {
    desk.register("[{\"name\": \"status\", \"description\": \"How it goes\"}]");
    operator.command("status", "{}");
    interaction = gateway.dispatch("INTERACTION_CREATE");
    desk.callback(
        interaction,
        """
        {"type": 4, "data": {"content": "psst", "flags": 64, "components": [
          {"type": 1, "components": [{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]}]}}
        """);
    whisper = operator.await("message_created").path("message").path("id").asText();
  }

  @AfterEach
  void close() {
    viewer.close();
    operator.close();
    gateway.close();
    desk.close();
  }

  @Test
  void othersDoNotSeeIt() {
    assertEquals(1, operator.messages().size());
    assertEquals(0, viewer.messages().size());
    desk.post("for all");
    assertEquals(
        "for all", viewer.await("message_created").path("message").path("content").asText());
  }

  @Test
  void channelDoesNotKnowIt() {
    assertEquals(10008, desk.bot("GET", Desk.MESSAGES + "/" + whisper, "").code());
    assertEquals(0, desk.bot("GET", Desk.MESSAGES, "").body().size());
    assertEquals(
        "psst",
        desk.bot("GET", desk.webhook(interaction) + "/messages/@original", "")
            .body()
            .path("content")
            .asText());
  }

  @Test
  void othersCannotPressItsButtonOrReact() {
    assertEquals(404, viewer.press(whisper, "go").status());
    assertEquals(404, viewer.react("PUT", whisper, "✅").status());
    assertEquals("message", operator.react("PUT", whisper, "✅").field());
    assertEquals(200, operator.press(whisper, "go").status());
  }

  @Test
  void buttonUpdatesItInPlace() {
    operator.press(whisper, "go");
    JsonNode press = gateway.dispatch("INTERACTION_CREATE");
    assertEquals(whisper, press.at("/d/message/id").asText());
    desk.callback(press, "{\"type\": 7, \"data\": {\"content\": \"gone\", \"components\": []}}");
    JsonNode updated = operator.await("message_updated").path("message");
    assertEquals(whisper, updated.path("id").asText());
    assertTrue(updated.path("ephemeral").asBoolean());
  }

  @Test
  void onlyItsReaderDismissesIt() {
    String path = "/user/v1/channels/desk/messages/" + whisper;
    assertEquals(
        401,
        desk.call("DELETE", desk.front.pageUrl() + path.substring(1), "Bearer none", "").status());
    assertEquals(404, viewer.delete("/channels/desk/messages/" + whisper).status());
    assertEquals(204, operator.delete("/channels/desk/messages/" + whisper).status());
    assertEquals(0, operator.messages().size());
  }
}
