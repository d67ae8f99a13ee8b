package pairdesk.sandbox.wire.discord;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** JDA, which nobody wrote for this server, logs in and does what an operator's console does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdaTest {
  private final DiscordFront front =
      DiscordFront.start(DiscordOptions.usual(0, InstantSource.system(), new Random(1)));
  private final DeskBot bot = new DeskBot(front);
  private final Person operator = Person.login(front, "operator");
  private final JDA jda = bot.shards.getShards().getFirst();

  @BeforeAll
  void registerCommands() throws InterruptedException {
    jda.awaitReady();
    guild()
        .updateCommands()
        .addCommands(
            Commands.slash("find", "Looks for matches")
                .addOption(OptionType.STRING, "text", "What", true, true),
            Commands.slash("mode", "The mode")
                .addSubcommands(new SubcommandData("set", "Changes it")),
            Commands.slash("secret", "Whispers"),
            Commands.slash("chart", "Draws"))
        .complete();
  }

  @AfterAll
  void close() {
    operator.close();
    bot.close();
    front.close();
  }

  @Test
  void knowsGuildChannelsAndItself() {
    assertEquals("Pairdesk", jda.getSelfUser().getName());
    assertEquals(
        List.of("desk", "audit"),
        guild().getTextChannels().stream().map(TextChannel::getName).toList());
    assertTrue(desk().canTalk());
  }

  @Test
  void deferredAnswerIsFilledWithCardWhoseButtonUpdatesIt() {
    assertEquals(200, operator.command("find", "{\"text\": \"Fed cuts ✅\"}").status());
    JsonNode thinking = operator.await("message_created").path("message");
    assertTrue(thinking.path("loading").asBoolean());
    JsonNode card = operator.await("message_updated").path("message");
    assertEquals("Fed cuts ✅", card.path("embeds").path(0).path("title").asText());
    assertEquals("rich", card.path("embeds").path(0).path("type").asText());
    assertEquals("find", card.path("interaction").path("name").asText());

    operator.press(card.path("id").asText(), "v1:pick", "b");
    assertEquals(
        "chosen [b]", operator.await("message_updated").path("message").path("content").asText());
    operator.press(card.path("id").asText(), "v1:approve");
    JsonNode approved = operator.await("message_updated").path("message");
    assertEquals("approved by operator", approved.path("content").asText());
    assertTrue(approved.path("components").isEmpty());
  }

  @Test
  void suggestionsComeFromTheBot() {
    JsonNode answer =
        operator
            .post(
                "/autocomplete",
                (ObjectNode)
                    Person.read(
                        "{\"channel\":\"desk\",\"name\":\"find\",\"options\":{\"text\":\"fe\"},\"focused\":\"text\"}"))
            .body();
    assertEquals("fe one", answer.path("choices").path(0).path("value").asText());
    assertEquals(2, answer.path("choices").size());
  }

  @Test
  void formIsOpenedFilledAndAnsweredForTheCallerOnly() {
    operator.command("mode set", "{}");
    JsonNode opened = operator.await("modal_opened");
    assertEquals("Why", opened.path("modal").path("title").asText());

    var submission = Person.object().put("interaction_id", opened.path("interaction_id").asText());
    submission.putObject("values").put("reason", "no");
    assertEquals("values.reason", operator.post("/modals", submission).field());
    submission.withObjectProperty("values").put("reason", "test day");
    assertEquals(200, operator.post("/modals", submission).status());
    JsonNode answer =
        operator.await(
            "message_created",
            event -> event.path("message").path("content").asText().startsWith("because"));
    assertEquals("because test day", answer.path("message").path("content").asText());
    assertTrue(answer.path("message").path("ephemeral").asBoolean());
  }

  @Test
  void fileIsServedWhereTheEmbedPointsTo() throws IOException {
    operator.command("chart", "{}");
    JsonNode message =
        operator
            .await("message_created", event -> !event.path("message").path("embeds").isEmpty())
            .path("message");
    String url = message.path("embeds").path(0).path("image").path("url").asText();
    assertTrue(url.startsWith(front.pageUrl() + "attachments/"), url);
    assertTrue(message.path("attachments").isEmpty());
    try (var stream = URI.create(url).toURL().openStream()) {
      assertEquals(
          new String(DeskBot.CHART, StandardCharsets.UTF_8),
          new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void reactionsOfPeopleReachTheBotAndCanBeRead() throws InterruptedException {
    Message message = desk().sendMessage("vote").complete();
    message.addReaction(DeskBot.approve()).complete();
    assertEquals("Pairdesk ✅", bot.reactions.poll(10, TimeUnit.SECONDS));
    operator.react("PUT", message.getId(), "✅");
    assertEquals("operator ✅", bot.reactions.poll(10, TimeUnit.SECONDS));
    assertEquals(
        List.of("Pairdesk", "operator"),
        message.retrieveReactionUsers(DeskBot.approve()).complete().stream()
            .map(user -> user.getName())
            .toList());
    message.pin().complete();
    assertTrue(desk().retrieveMessageById(message.getId()).complete().isPinned());
    message.delete().complete();
  }

  private TextChannel desk() {
    return requireNonNull(jda.getTextChannelById(DiscordDirectory.DESK_CHANNEL));
  }

  private Guild guild() {
    return requireNonNull(jda.getGuildById(DiscordDirectory.GUILD));
  }
}
