package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Attachment;

/**
 * Turns {@code attachment://name} into the URL of the message's own file and remembers which files
 * are shown that way.
 */
final class Media {
  static final String SCHEME = "attachment://";

  private final List<Attachment> attachments;
  private final Set<Snowflake> shown = new HashSet<>();

  Media(List<Attachment> attachments) {
    this.attachments = attachments;
  }

  /** Fills an embed's image or thumbnail; a name without a file stays as it is, as on Discord. */
  void resolve(ObjectNode place, String urlField) {
    find(place.path(urlField).asText())
        .ifPresent(file -> {
          place.put(urlField, file.url());
          addSize(place, file);
        });
  }

  /** Fills a component's media item. */
  void unfurl(ObjectNode item) {
    find(item.path("url").asText())
        .ifPresentOrElse(
            file -> {
              item.put("id", file.id().toString())
                  .put("url", file.url())
                  .put("attachment_id", file.id().toString());
              item.put("proxy_url", file.url()).put("content_type", file.file().contentType());
              addSize(item, file);
            },
            () -> item.put("id", "1").put("proxy_url", item.path("url").asText()));
  }

  /** The file behind a reference or behind the URL that an earlier answer gave. */
  Optional<Attachment> find(String reference) {
    Optional<Attachment> found =
        attachments.stream()
            .filter(file ->
                reference.equals(SCHEME + file.file().name()) || reference.equals(file.url()))
            .findFirst();
    found.ifPresent(file -> shown.add(file.id()));
    return found;
  }

  boolean shows(Attachment attachment) {
    return shown.contains(attachment.id());
  }

  private static void addSize(ObjectNode place, Attachment attachment) {
    if (attachment.file().width() > 0) {
      place.put("width", attachment.file().width()).put("height", attachment.file().height());
    }
  }
}
