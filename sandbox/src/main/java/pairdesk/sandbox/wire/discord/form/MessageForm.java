package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Form;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Attachment;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Content;
import pairdesk.sandbox.wire.discord.world.MessageFlags;
import pairdesk.sandbox.wire.discord.world.Shelf;

/**
 * From what was sent to what a message shows: checks the limits, stores the files, completes embeds
 * and components.
 */
public final class MessageForm {
  /**
   * Flags that any message may carry; {@link MessageFlags#EPHEMERAL} only answers to interactions.
   */
  public static final int PLAIN_FLAGS =
      MessageFlags.SUPPRESS_EMBEDS
          | MessageFlags.SUPPRESS_NOTIFICATIONS
          | MessageFlags.COMPONENTS_V2;

  private static final int TEXT = 2000;

  private final AttachmentForm attachments;

  public MessageForm(Shelf shelf) {
    this.attachments = new AttachmentForm(shelf);
  }

  /**
   * A new message.
   *
   * @throws ApiError 50035 with the wrong fields, 50006 when nothing would be shown
   */
  public Content fresh(Channel channel, Draft draft, int allowedFlags) {
    int flags = draft.body().path("flags").asInt() & allowedFlags;
    return build(channel, draft, Content.plain("").withFlags(flags));
  }

  /**
   * A changed message: only the fields that were sent change, and version 2 components stay for
   * good.
   *
   * @throws ApiError as {@link #fresh}
   */
  public Content changed(Channel channel, Draft draft, Content before) {
    int added = draft.body().path("flags").asInt() & MessageFlags.COMPONENTS_V2;
    return build(channel, draft, before.withFlags(before.flags() | added));
  }

  /** What a person typed: plain text that may call others by name. */
  public static Content typed(String text) {
    return new Content(
        text,
        Json.array(),
        Json.array(),
        List.of(),
        Mentions.in(text, MissingNode.getInstance()),
        0);
  }

  private Content build(Channel channel, Draft draft, Content before) {
    ObjectNode body = draft.body();
    check(draft, before);
    List<Attachment> files = attachments.apply(channel, draft, before.attachments());
    Media media = new Media(files);
    String text =
        body.has("content")
            ? Objects.requireNonNullElse(body.path("content").textValue(), "")
            : before.text();
    ArrayNode embeds = EmbedShape.complete(chosen(body, "embeds", before.embeds()), media);
    ArrayNode components =
        ComponentShape.complete(chosen(body, "components", before.components()), media);
    if (text.isBlank() && embeds.isEmpty() && components.isEmpty() && files.isEmpty()) {
      throw ApiError.emptyMessage();
    }
    return new Content(
        text,
        embeds,
        components,
        files.stream()
            .map(file ->
                new Attachment(
                    file.id(), file.file(), file.url(), file.description(), !media.shows(file)))
            .toList(),
        Mentions.in(text + " " + ComponentShape.text(components), body.path("allowed_mentions")),
        before.flags());
  }

  private static void check(Draft draft, Content before) {
    FormErrors errors = new FormErrors();
    Form form = new Form(draft.body(), draft.path(), errors);
    boolean versionTwo = before.has(MessageFlags.COMPONENTS_V2);
    String text = form.at("content").optionalText(TEXT);
    EmbedRules.check(form.at("embeds"));
    ComponentRules.check(form.at("components"), versionTwo);
    AttachmentForm.check(form.at("attachments"), draft.uploads());
    if (versionTwo) {
      refuseLegacy(
          form.at("content"),
          !text.isEmpty() || (!draft.body().has("content") && !before.text().isEmpty()));
      refuseLegacy(form.at("embeds"), !chosen(draft.body(), "embeds", before.embeds()).isEmpty());
    }
    errors.refuseIfAny();
  }

  private static void refuseLegacy(Form field, boolean used) {
    if (used) {
      field.refuse(
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          "The '"
              + field.path()
              + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }
  }

  private static JsonNode chosen(ObjectNode body, String field, ArrayNode before) {
    if (!body.has(field)) {
      return before;
    }
    return Json.has(body, field) ? body.get(field) : Json.array();
  }
}
