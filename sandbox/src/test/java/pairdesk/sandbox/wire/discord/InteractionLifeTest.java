package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InteractionLifeTest {
  private final Desk desk = new Desk();
  private final GatewayClient gateway =
      GatewayClient.identified(desk.front, GatewayClient.USUAL_INTENTS);
  private final Person operator = Person.login(desk.front, "operator");

  InteractionLifeTest() {
    desk.register(
        """
        [{"name": "status", "description": "How it goes"},
         {"name": "pair", "description": "One pair", "options": [
           {"type": 3, "name": "pair", "description": "Which", "required": true, "autocomplete": true}]}]
        """);
  }

  @AfterEach
  void close() {
    operator.close();
    gateway.close();
    desk.close();
  }

  @Test
  void answerIsSeenAndSaysWhoAskedForWhat() {
    JsonNode interaction = used("status");
    assertEquals(
        204,
        desk.callback(interaction, "{\"type\": 4, \"data\": {\"content\": \"fine\"}}").status());
    JsonNode message = operator.await("message_created").path("message");
    assertEquals("fine", message.path("content").asText());
    assertEquals(
        "operator", message.path("interaction_metadata").path("user").path("username").asText());
    assertEquals(message.path("id"), operator.await("interaction_answered").path("message_id"));
  }

  @Test
  void refusesFirstAnswerAfterThreeSeconds() {
    JsonNode interaction = used("status");
    desk.clock.advance(Duration.ofMillis(3001));
    Desk.Answer late = desk.callback(interaction, "{\"type\": 5}");
    assertEquals(404, late.status());
    assertEquals(10062, late.code());
    operator.await("interaction_failed");
    assertEquals(
        "failed",
        operator
            .get("/interactions/" + interaction.path("d").path("id").asText())
            .body()
            .path("state")
            .asText());
  }

  @Test
  void takesFirstAnswerAtThreeSeconds() {
    JsonNode interaction = used("status");
    desk.clock.advance(Duration.ofSeconds(3));
    assertEquals(204, desk.callback(interaction, "{\"type\": 5}").status());
  }

  @Test
  void failsByItselfWhenNobodyAnswers() {
    used("status");
    desk.clock.advance(Duration.ofMillis(3001));
    desk.front.sweep();
    operator.await("interaction_failed");
  }

  @Test
  void refusesSecondAnswer() {
    JsonNode interaction = used("status");
    desk.callback(interaction, "{\"type\": 5}");
    Desk.Answer second =
        desk.callback(interaction, "{\"type\": 4, \"data\": {\"content\": \"again\"}}");
    assertEquals(400, second.status());
    assertEquals(40060, second.code());
  }

  @Test
  void editsForFifteenMinutes() {
    JsonNode interaction = used("status");
    desk.callback(interaction, "{\"type\": 5}");
    String original = desk.webhook(interaction) + "/messages/@original";
    desk.clock.advance(Duration.ofMinutes(15));
    assertEquals(200, desk.bot("PATCH", original, "{\"content\": \"in time\"}").status());
    desk.clock.advance(Duration.ofMillis(1));
    Desk.Answer late = desk.bot("PATCH", original, "{\"content\": \"late\"}");
    assertEquals(401, late.status());
    assertEquals(50027, late.code());
  }

  @Test
  void refusesFollowUpBeforeFirstAnswer() {
    assertEquals(
        10015, desk.bot("POST", desk.webhook(used("status")), "{\"content\": \"x\"}").code());
  }

  @Test
  void firstFollowUpTakesThePlaceOfThinking() {
    JsonNode interaction = used("status");
    desk.callback(interaction, "{\"type\": 5, \"data\": {\"flags\": 64}}");
    JsonNode thinking = operator.await("message_created").path("message");
    assertTrue(thinking.path("loading").asBoolean());
    Desk.Answer followUp = desk.bot("POST", desk.webhook(interaction), "{\"content\": \"done\"}");
    assertEquals(thinking.path("id"), followUp.body().path("id"));
    JsonNode filled = operator.await("message_updated").path("message");
    assertFalse(filled.path("loading").asBoolean());
    assertTrue(filled.path("ephemeral").asBoolean());
    assertTrue(filled.path("edited_timestamp").isNull());
  }

  @Test
  void commandCannotBeAnsweredByUpdate() {
    Desk.Answer answer =
        desk.callback(used("status"), "{\"type\": 7, \"data\": {\"content\": \"x\"}}");
    assertEquals(50035, answer.code());
    assertTrue(answer.body().path("errors").has("type"));
  }

  @Test
  void refusedAnswerLeavesTheInteractionOpen() {
    JsonNode interaction = used("status");
    Desk.Answer empty = desk.callback(interaction, "{\"type\": 4, \"data\": {}}");
    assertEquals(50006, empty.code());
    assertEquals(
        204,
        desk.callback(interaction, "{\"type\": 4, \"data\": {\"content\": \"now\"}}").status());
  }

  @Test
  void namesTheFieldInsideData() {
    Desk.Answer answer =
        desk.callback(
            used("status"),
            "{\"type\": 4, \"data\": {\"embeds\": [{\"title\": \"%s\"}]}}"
                .formatted("x".repeat(257)));
    assertEquals(
        "BASE_TYPE_MAX_LENGTH",
        answer.body().at("/errors/data/embeds/0/title/_errors/0/code").asText());
  }

  @Test
  void givesTheMessageWhenAsked() {
    JsonNode data = used("status").path("d");
    Desk.Answer answer =
        desk.bot(
            "POST",
            "interactions/%s/%s/callback?with_response=true"
                .formatted(data.path("id").asText(), data.path("token").asText()),
            "{\"type\": 4, \"data\": {\"content\": \"here\"}}");
    assertEquals(200, answer.status());
    assertEquals("here", answer.body().at("/resource/message/content").asText());
    assertEquals(2, answer.body().at("/interaction/type").asInt());
  }

  @Test
  void namesTheFieldOfAForm() {
    JsonNode interaction = used("status");
    String form =
        "{\"type\": 9, \"data\": {\"title\": \"%s\", \"custom_id\": \"m\", \"components\": [%s]}}";
    String input = "{\"type\": 4, \"custom_id\": \"i\", \"style\": 1}";
    String label = "{\"type\": 18, \"label\": \"%s\", \"component\": " + input + "}";
    assertWrong(
        "/data/title",
        desk.callback(interaction, form.formatted("x".repeat(46), label.formatted("a"))));
    assertWrong("/data/components", desk.callback(interaction, form.formatted("t", "")));
    assertWrong(
        "/data/components/0/label",
        desk.callback(interaction, form.formatted("t", label.formatted("x".repeat(46)))));
    assertWrong("/data/components/0/type", desk.callback(interaction, form.formatted("t", input)));
    assertEquals(
        204, desk.callback(interaction, form.formatted("t", label.formatted("a"))).status());
    assertEquals(
        "i", operator.await("modal_opened").at("/modal/components/0/component/custom_id").asText());
  }

  @Test
  void suggestsAtMostTwentyFive() {
    var question =
        Person.object().put("channel", "desk").put("name", "pair").put("focused", "pair");
    CompletableFuture<Person.Answer> answer =
        CompletableFuture.supplyAsync(() -> operator.post("/autocomplete", question));
    JsonNode interaction = gateway.dispatch("INTERACTION_CREATE");
    String choices =
        String.join(
            ",",
            IntStream.range(0, 26)
                .mapToObj("{\"name\":\"n%1$d\",\"value\":\"%1$d\"}"::formatted)
                .toList());
    assertWrong(
        "/data/choices",
        desk.callback(interaction, "{\"type\": 8, \"data\": {\"choices\": [" + choices + "]}}"));
    desk.callback(
        interaction,
        "{\"type\": 8, \"data\": {\"choices\": [{\"name\": \"Fed\", \"value\": \"p1\"}]}}");
    assertEquals("p1", answer.join().body().at("/choices/0/value").asText());
  }

  @Test
  void personIsToldWhenSuggestionsDoNotCome() {
    var question =
        Person.object().put("channel", "desk").put("name", "pair").put("focused", "pair");
    Person.Answer answer = operator.post("/autocomplete", question);
    assertEquals(504, answer.status());
    assertEquals("name", answer.field());
  }

  private static void assertWrong(String path, Desk.Answer answer) {
    assertEquals(50035, answer.code());
    assertTrue(
        answer.body().at("/errors" + path + "/_errors/0/code").isTextual(),
        answer.body().toString());
  }

  private JsonNode used(String command) {
    assertEquals(200, operator.command(command, "{}").status());
    return gateway.dispatch("INTERACTION_CREATE");
  }
}
