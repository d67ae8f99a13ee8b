package pairdesk.sandbox.wire.discord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;
import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.interaction.Answers;
import pairdesk.sandbox.wire.discord.interaction.Interaction;
import pairdesk.sandbox.wire.discord.interaction.Interactions;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.render.MessageJson;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;

/**
 * The bot's answers to interactions: the first by callback, later ones through the interaction's
 * webhook.
 */
public final class InteractionRoutes {
  private static final String WEBHOOK = "/webhooks/{application}/{token}";
  private static final String MESSAGE = WEBHOOK + "/messages/{message}";

  /** A message made, a message changed: only these come back; a deferred answer is none yet. */
  private static final Set<Integer> RESOURCES = Set.of(4, 7);

  private final Interactions interactions;
  private final Answers answers;
  private final MessageJson json;
  private final Member bot;
  private final Snowflake applicationId;

  public InteractionRoutes(
      Interactions interactions,
      Answers answers,
      MessageJson json,
      Member bot,
      Snowflake applicationId) {
    this.interactions = interactions;
    this.answers = answers;
    this.json = json;
    this.bot = bot;
    this.applicationId = applicationId;
  }

  public void register(BotRoutes routes) {
    routes.withOwnToken(
        HandlerType.POST, "/interactions/{interaction}/{token}/callback", this::first);
    routes.withOwnToken(HandlerType.POST, WEBHOOK, this::followUp);
    routes.withOwnToken(HandlerType.GET, MESSAGE, call -> reply(message(call)));
    routes.withOwnToken(
        HandlerType.PATCH, MESSAGE, call -> reply(answers.edit(message(call), call.draft())));
    routes.withOwnToken(HandlerType.DELETE, MESSAGE, this::delete);
  }

  private Reply first(Call call) {
    Interaction interaction = interactions.awaiting(call.id("interaction"), call.path("token"));
    Optional<Message> message = answers.first(interaction, call.draft());
    boolean bodyWanted = call.query("with_response").filter("true"::equals).isPresent();
    return bodyWanted ? Reply.ok(withResponse(interaction, call, message)) : Reply.NO_CONTENT;
  }

  private ObjectNode withResponse(Interaction interaction, Call call, Optional<Message> message) {
    ObjectNode answer = Json.object();
    ObjectNode about =
        answer
            .putObject("interaction")
            .put("id", interaction.id().toString())
            .put("type", interaction.cause().type());
    message.ifPresent(made -> {
      about
          .put("response_message_id", made.id().toString())
          .put("response_message_loading", made.isLoading())
          .put("response_message_ephemeral", made.isEphemeral());
      int type = call.object().path("type").asInt();
      if (RESOURCES.contains(type)) {
        answer.putObject("resource").put("type", type).set("message", json.message(made, bot));
      }
    });
    return answer;
  }

  private Reply followUp(Call call) {
    return reply(answers.followUp(acknowledged(call), call.draft()));
  }

  private Reply delete(Call call) {
    answers.delete(message(call));
    return Reply.NO_CONTENT;
  }

  private Message message(Call call) {
    return answers.message(acknowledged(call), call.path("message"));
  }

  private Interaction acknowledged(Call call) {
    if (!call.id("application").equals(applicationId)) {
      throw ApiError.unknownWebhook();
    }
    return interactions.acknowledged(call.path("token"));
  }

  private Reply reply(Message message) {
    return Reply.ok(json.message(message, bot));
  }
}
