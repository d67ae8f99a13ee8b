package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Form;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Attachment;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Shelf;
import pairdesk.sandbox.wire.discord.world.Shelf.Upload;

/**
 * The files of a message: parts named {@code files[n]}, described by the body's {@code
 * attachments}.
 */
final class AttachmentForm {
  private static final int FILES = 10;
  private static final int BYTES_PER_FILE = 10 * 1024 * 1024;
  private static final int DESCRIPTION = 1024;

  private final Shelf shelf;

  AttachmentForm(Shelf shelf) {
    this.shelf = shelf;
  }

  static void check(Form attachments, List<Upload> uploads) {
    if (uploads.stream().anyMatch(upload -> upload.bytes().length() > BYTES_PER_FILE)) {
      throw ApiError.tooLarge();
    }
    if (uploads.size() > FILES) {
      attachments.refuse("BASE_TYPE_MAX_LENGTH", "Must be " + FILES + " or fewer in length.");
    }
    for (Form attachment : attachments.items(0, FILES)) {
      attachment.at("description").optionalText(DESCRIPTION);
      if (!attachment.at("id").present()) {
        attachment.at("id").required();
      }
    }
  }

  /**
   * What the message has afterwards: earlier files that the body still lists (all when it lists
   * none), then new ones.
   */
  List<Attachment> apply(Channel channel, Draft draft, List<Attachment> before) {
    JsonNode listed = draft.body().path("attachments");
    List<Attachment> after = new ArrayList<>();
    for (Attachment earlier : before) {
      if (!Json.has(draft.body(), "attachments")
          || !earlier.listed()
          || lists(listed, earlier.id().toString())) {
        after.add(earlier);
      }
    }
    for (Upload upload : draft.uploads()) {
      after.add(shelf.store(channel, upload, description(listed, upload)));
    }
    return after;
  }

  private static boolean lists(JsonNode listed, String id) {
    return listed.valueStream().anyMatch(attachment -> attachment.path("id").asText().equals(id));
  }

  private static String description(JsonNode listed, Upload upload) {
    return listed
        .valueStream()
        .filter(attachment -> upload.part().equals("files[" + attachment.path("id").asText() + "]"))
        .map(attachment -> attachment.path("description").asText(""))
        .findFirst()
        .orElse("");
  }
}
