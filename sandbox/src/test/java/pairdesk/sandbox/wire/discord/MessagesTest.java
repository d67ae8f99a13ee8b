package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void editChangesOnlyWhatWasSent() {
    String id =
        desk.bot("POST", Desk.MESSAGES, "{\"content\": \"a\", \"embeds\": [{\"title\": \"t\"}]}")
            .id();
    JsonNode edited = desk.bot("PATCH", Desk.MESSAGES + "/" + id, "{\"content\": \"b\"}").body();
    assertEquals("b", edited.path("content").asText());
    assertEquals("t", edited.at("/embeds/0/title").asText());
    assertTrue(edited.path("edited_timestamp").isTextual());
    JsonNode cleared = desk.bot("PATCH", Desk.MESSAGES + "/" + id, "{\"content\": null}").body();
    assertEquals("", cleared.path("content").asText());
    assertEquals(1, cleared.path("embeds").size());
  }

  @Test
  void versionTwoStaysForGood() {
    String id = desk.post("plain").id();
    String upgrade =
        "{\"content\": null, \"flags\": 32768, \"components\": [{\"type\": 10, \"content\": \"new\"}]}";
    JsonNode upgraded = desk.bot("PATCH", Desk.MESSAGES + "/" + id, upgrade).body();
    assertEquals(32768, upgraded.path("flags").asInt());
    assertEquals(1, upgraded.at("/components/0/id").asInt());
    Desk.Answer back = desk.bot("PATCH", Desk.MESSAGES + "/" + id, "{\"content\": \"old\"}");
    assertTrue(back.body().path("errors").has("content"));
  }

  @Test
  void completesComponentsAsDiscordDoes() {
    String row =
        "{\"type\": 1, \"components\": [{\"type\": 3, \"custom_id\": \"p\", \"options\": [{\"label\": \"A\", \"value\": \"a\"}]}]}";
    JsonNode message = desk.bot("POST", Desk.MESSAGES, "{\"components\": [" + row + "]}").body();
    assertEquals(2, message.at("/components/0/components/0/id").asInt());
    assertEquals(1, message.at("/components/0/components/0/max_values").asInt());
  }

  @Test
  void pagesBackwardsAndForwards() {
    List<String> ids =
        List.of("a", "b", "c", "d").stream().map(text -> desk.post(text).id()).toList();
    assertEquals(List.of("d", "c"), contents("?limit=2"));
    assertEquals(List.of("b", "a"), contents("?limit=2&before=" + ids.get(2)));
    assertEquals(List.of("c", "b"), contents("?limit=2&after=" + ids.get(0)));
    assertEquals(50035, desk.bot("GET", Desk.MESSAGES + "?limit=101", "").code());
  }

  @Test
  void enforcedNonceSendsOnce() {
    String body = "{\"content\": \"once\", \"nonce\": \"n1\", \"enforce_nonce\": true}";
    String first = desk.bot("POST", Desk.MESSAGES, body).id();
    assertEquals(first, desk.bot("POST", Desk.MESSAGES, body).id());
    assertNotEquals(first, desk.bot("POST", Desk.MESSAGES, body.replace("n1", "n2")).id());
  }

  @Test
  void mentionsOnlyWhomTheSenderAllows() {
    String content =
        "\"content\": \"<@%d> <@%d>\"".formatted(DiscordDirectory.VIEWER, DiscordDirectory.ADMIN);
    assertEquals(
        2, desk.bot("POST", Desk.MESSAGES, "{" + content + "}").body().path("mentions").size());
    String none = "{" + content + ", \"allowed_mentions\": {\"parse\": []}}";
    assertEquals(0, desk.bot("POST", Desk.MESSAGES, none).body().path("mentions").size());
    String one =
        "{%s, \"allowed_mentions\": {\"users\": [\"%d\"]}}"
            .formatted(content, DiscordDirectory.ADMIN);
    assertEquals(
        "admin", desk.bot("POST", Desk.MESSAGES, one).body().at("/mentions/0/username").asText());
  }

  @Test
  void listsPinsNewestFirst() {
    String older = desk.post("a").id();
    String newer = desk.post("b").id();
    desk.bot("PUT", Desk.MESSAGES + "/pins/" + older, "");
    desk.bot("PUT", Desk.MESSAGES + "/pins/" + newer, "");
    JsonNode pins = desk.bot("GET", Desk.MESSAGES + "/pins", "").body();
    assertEquals(newer, pins.at("/items/0/message/id").asText());
    desk.bot("DELETE", Desk.MESSAGES + "/pins/" + newer, "");
    assertEquals(1, desk.bot("GET", Desk.MESSAGES + "/pins", "").body().path("items").size());
  }

  private List<String> contents(String query) {
    return desk.bot("GET", Desk.MESSAGES + query, "")
        .body()
        .valueStream()
        .map(m -> m.path("content").asText())
        .toList();
  }
}
