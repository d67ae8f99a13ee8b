package pairdesk.sandbox.wire.discord.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.form.ChoiceRules;
import pairdesk.sandbox.wire.discord.form.Draft;
import pairdesk.sandbox.wire.discord.form.MessageForm;
import pairdesk.sandbox.wire.discord.form.ModalForm;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Acknowledged;
import pairdesk.sandbox.wire.discord.interaction.Interaction.ModalShown;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Suggested;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Content;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.MessageFlags;

/**
 * Carries out the bot's answers: first callbacks by type, then edits, follow-ups and deletions by
 * token.
 */
public final class Answers {
  private static final int FLAGS = MessageForm.PLAIN_FLAGS | MessageFlags.EPHEMERAL;

  private final Interactions interactions;
  private final Board board;
  private final MessageForm form;
  private final Member bot;

  public Answers(Interactions interactions, Board board, MessageForm form, Member bot) {
    this.interactions = interactions;
    this.board = board;
    this.form = form;
    this.bot = bot;
  }

  /** The first answer; gives the message that it made or changed, if any. */
  public Optional<Message> first(Interaction interaction, Draft callback) {
    int type = callback.body().path("type").asInt();
    if (!CallbackRules.allows(interaction.cause(), type)) {
      throw FormErrors.single(
          "type", "INTERACTION_CALLBACK_TYPE", "Callback type " + type + " does not answer this.");
    }
    return switch (type) {
      case CallbackRules.MESSAGE -> Optional.of(reply(interaction, data(callback)));
      case CallbackRules.DEFERRED_MESSAGE -> Optional.of(defer(interaction, data(callback)));
      case CallbackRules.DEFERRED_UPDATE -> {
        interactions.settle(interaction, new Acknowledged(source(interaction).id()));
        yield Optional.empty();
      }
      case CallbackRules.UPDATE -> Optional.of(update(interaction, data(callback)));
      case CallbackRules.SUGGESTIONS -> {
        suggest(interaction, callback.body());
        yield Optional.empty();
      }
      case CallbackRules.MODAL -> {
        interactions.settle(interaction, new ModalShown(ModalForm.check(data(callback).body())));
        yield Optional.empty();
      }
      default -> throw new IllegalStateException("not allowed above: " + type);
    };
  }

  /**
   * The message that {@code @original} or an id means to this interaction; it reaches its own
   * messages only.
   */
  public Message message(Interaction interaction, String idOrOriginal) {
    Optional<Snowflake> id =
        idOrOriginal.equals("@original") ? original(interaction) : Snowflake.parse(idOrOriginal);
    return id.flatMap(known -> board.find(channel(interaction), known))
        .filter(message -> belongs(message, interaction))
        .orElseThrow(ApiError::unknownMessage);
  }

  public Message edit(Message message, Draft draft) {
    return board.edit(message, form.changed(message.channel(), draft, message.content()));
  }

  public void delete(Message message) {
    board.delete(message);
  }

  /**
   * A further message; the first one after a deferral takes the place of "thinking", as on Discord.
   */
  public Message followUp(Interaction interaction, Draft draft) {
    Optional<Message> thinking =
        original(interaction)
            .flatMap(id -> board.find(channel(interaction), id))
            .filter(Message::isLoading);
    if (thinking.isPresent()) {
      return edit(thinking.get(), draft);
    }
    Content content = form.fresh(channel(interaction), draft, FLAGS);
    return board.post(bot, channel(interaction), content, interaction.origin());
  }

  private Message reply(Interaction interaction, Draft data) {
    Content content = form.fresh(channel(interaction), data, FLAGS);
    return acknowledge(
        interaction, board.post(bot, channel(interaction), content, interaction.origin()));
  }

  private Message defer(Interaction interaction, Draft data) {
    Content content = Content.loading(data.body().path("flags").asInt() & MessageFlags.EPHEMERAL);
    return acknowledge(
        interaction, board.post(bot, channel(interaction), content, interaction.origin()));
  }

  private Message update(Interaction interaction, Draft data) {
    return acknowledge(interaction, edit(source(interaction), data));
  }

  private void suggest(Interaction interaction, ObjectNode callback) {
    if (interaction.cause() instanceof Cause.Typing typing) {
      typing.suggestions().complete(ChoiceRules.suggestions(callback));
      interactions.settle(interaction, new Suggested());
    }
  }

  private Message acknowledge(Interaction interaction, Message message) {
    interactions.settle(interaction, new Acknowledged(message.id()));
    return message;
  }

  /** The source as it stands now: it may have changed since the button was pressed. */
  private Message source(Interaction interaction) {
    @Nullable Message source = interaction.cause().source();
    if (source == null) {
      throw ApiError.unknownMessage();
    }
    return board.find(source.channel(), source.id()).orElseThrow(ApiError::unknownMessage);
  }

  private static Optional<Snowflake> original(Interaction interaction) {
    return interaction.stage() instanceof Acknowledged answered
        ? Optional.of(answered.original())
        : Optional.empty();
  }

  private static boolean belongs(Message message, Interaction interaction) {
    boolean made =
        message.origin().invocation() != null
            && message.origin().invocation().interactionId().equals(interaction.id());
    @Nullable Message source = interaction.cause().source();
    return made || (source != null && source.id().equals(message.id()));
  }

  private static Channel channel(Interaction interaction) {
    return interaction.caller().channel();
  }

  private static Draft data(Draft callback) {
    return new Draft(callback.body().withObject("/data"), callback.uploads(), "data");
  }
}
