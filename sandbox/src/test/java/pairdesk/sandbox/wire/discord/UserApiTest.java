package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord's client checks before it sends, and what people see. */
class UserApiTest {
  private final Desk desk = new Desk();
  private final Person operator = Person.login(desk.front, "operator");
  private final GatewayClient gateway =
      GatewayClient.identified(desk.front, GatewayClient.USUAL_INTENTS);

  @BeforeEach
  void register() {
    desk.register(
        """
        [{"name": "find", "description": "Looks", "options": [
           {"type": 3, "name": "category", "description": "c", "required": true, "max_length": 5},
           {"type": 4, "name": "similarity", "description": "s", "min_value": 50, "max_value": 100},
           {"type": 10, "name": "edge", "description": "e"},
           {"type": 5, "name": "public", "description": "p"},
           {"type": 3, "name": "sort", "description": "o", "choices": [{"name": "By edge", "value": "edge"}]},
           {"type": 6, "name": "by", "description": "u"}]},
         {"name": "mode", "description": "Mode", "options": [
           {"type": 2, "name": "global", "description": "g", "options": [
             {"type": 1, "name": "set", "description": "Sets", "options": [
               {"type": 3, "name": "mode", "description": "m", "required": true}]}]},
           {"type": 1, "name": "show", "description": "Shows"}]}]
        """);
  }

  @AfterEach
  void close() {
    gateway.close();
    operator.close();
    desk.close();
  }

  @Test
  void sendsOptionsWithTheirTypes() {
    operator.command(
        "find",
        "{\"category\": \"Sport\", \"similarity\": \"85\", \"edge\": \"0.031\", \"public\": true, \"sort\": \"By edge\", \"by\": \"viewer\"}");
    JsonNode data = gateway.dispatch("INTERACTION_CREATE").at("/d/data");
    assertEquals("Sport", value(data, "category").asText());
    assertTrue(value(data, "similarity").isIntegralNumber());
    assertEquals("0.031", value(data, "edge").asText());
    assertTrue(value(data, "public").booleanValue());
    assertEquals("edge", value(data, "sort").asText());
    assertEquals(DiscordDirectory.VIEWER, value(data, "by").asLong());
    assertEquals(
        "viewer", data.at("/resolved/users/" + DiscordDirectory.VIEWER + "/username").asText());
  }

  @Test
  void putsOptionsIntoTheSubcommandOfItsGroup() {
    operator.command("mode global set", "{\"mode\": \"live\"}");
    JsonNode data = gateway.dispatch("INTERACTION_CREATE").at("/d/data");
    assertEquals("mode", data.path("name").asText());
    assertEquals("global", data.at("/options/0/name").asText());
    assertEquals("set", data.at("/options/0/options/0/name").asText());
    assertEquals("live", data.at("/options/0/options/0/options/0/value").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "find | {} | options.category | is required",
        "find | {'category':'Politics'} | options.category | must have 0 to 5 characters",
        "find | {'category':'a','similarity':49} | options.similarity | must be at least 50",
        "find | {'category':'a','similarity':101} | options.similarity | must be at most 100",
        "find | {'category':'a','similarity':'8.5e1x'} | options.similarity | must be a number",
        "find | {'category':'a','similarity':60.5} | options.similarity | must be a whole number",
        "find | {'category':'a','public':'maybe'} | options.public | must be true or false",
        "find | {'category':'a','sort':'size'} | options.sort | must be one of By edge",
        "find | {'category':'a','by':'nobody'} | options.by | no such user: nobody",
        "find | {'category':'a','colour':'red'} | options.colour | /find has no such option",
        "mode | {} | name | choose one of mode global set, mode show",
        "jump | {} | name | no command /jump for operator",
      })
  void namesTheFieldThatIsWrong(String command, String options, String field, String message) {
    Person.Answer answer = operator.command(command, options.replace('\'', '"'));
    assertEquals(field, answer.field());
    assertEquals(message, answer.body().path("error").path("message").asText());
  }

  @Test
  void describesCommandsOneByOne() {
    JsonNode commands = operator.get("/commands").body();
    assertEquals("find", commands.at("/0/name").asText());
    assertEquals("integer", commands.at("/0/options/1/type").asText());
    assertEquals(50, commands.at("/0/options/1/min_value").asInt());
    assertEquals("mode global set", commands.at("/1/name").asText());
    assertEquals("Shows", commands.at("/2/description").asText());
  }

  @Test
  void refusesStrangersAndUnknownUsers() {
    assertEquals(401, desk.call("GET", desk.front.pageUrl() + "user/v1/channels", "", "").status());
    Desk.Answer answer =
        desk.call("POST", desk.front.pageUrl() + "user/v1/login", "", "{\"user\": \"root\"}");
    assertEquals(404, answer.status());
    assertEquals("user", answer.body().path("error").path("field").asText());
    assertEquals(
        "user",
        desk.call("POST", desk.front.pageUrl() + "user/v1/login", "", "{}")
            .body()
            .path("error")
            .path("field")
            .asText());
  }

  @Test
  void pressesOnlyWhatIsThere() {
    String id =
        desk.bot(
                "POST",
                Desk.MESSAGES,
                """
                {"content": "a", "components": [
                  {"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "off", "disabled": true}]},
                  {"type": 1, "components": [{"type": 3, "custom_id": "pick", "max_values": 2, "options": [
                    {"label": "A", "value": "a"}, {"label": "B", "value": "b"}]}]}]}
                """)
            .id();
    assertEquals("custom_id", operator.press(id, "none").field());
    assertEquals("custom_id", operator.press(id, "off").field());
    assertEquals("values", operator.press(id, "pick").field());
    assertEquals("values", operator.press(id, "pick", "c").field());
    assertEquals(200, operator.press(id, "pick", "b", "a").status());
    JsonNode data = gateway.dispatch("INTERACTION_CREATE").at("/d/data");
    assertEquals(3, data.path("component_type").asInt());
    assertEquals("[\"b\",\"a\"]", data.path("values").toString());
  }

  @Test
  void tellsReactionsAsEachPersonSeesThem() {
    String id = desk.post("vote").id();
    try (Person viewer = Person.login(desk.front, "viewer")) {
      operator.react("PUT", id, "✅");
      assertTrue(operator.await("reaction_added").at("/reactions/0/me").asBoolean());
      JsonNode theirs = viewer.await("reaction_added");
      assertEquals(1, theirs.at("/reactions/0/count").asInt());
      assertEquals("false", theirs.at("/reactions/0/me").asText());
      operator.react("DELETE", id, "✅");
      assertEquals(0, viewer.await("reaction_removed").path("reactions").size());
    }
  }

  @Test
  void limitsReactionsToTwentyDifferentOnes() {
    String id = desk.post("vote").id();
    for (int i = 0; i < 20; i++) {
      assertEquals(204, operator.react("PUT", id, Character.toString(0x1F600 + i)).status());
    }
    assertEquals(30010, operator.react("PUT", id, "✅").body().path("error").path("code").asInt());
    assertEquals(204, operator.react("PUT", id, Character.toString(0x1F600)).status());
    assertEquals(10014, operator.react("PUT", id, "x").body().path("error").path("code").asInt());
  }

  private static JsonNode value(JsonNode data, String option) {
    return data.path("options")
        .valueStream()
        .filter(o -> o.path("name").asText().equals(option))
        .findFirst()
        .orElseThrow()
        .path("value");
  }
}
