package pairdesk.sandbox.wire.discord.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/**
 * What a message shows. Embeds and components are checked and complete as Discord would return
 * them; the trees are not changed once they are here.
 */
public record Content(
    String text,
    ArrayNode embeds,
    ArrayNode components,
    List<Attachment> attachments,
    List<Snowflake> mentions,
    int flags) {
  public Content {
    attachments = List.copyOf(attachments);
    mentions = List.copyOf(mentions);
  }

  public static Content plain(String text) {
    return new Content(text, Json.array(), Json.array(), List.of(), List.of(), 0);
  }

  /** "… is thinking": the message that a deferred answer leaves behind until it is filled. */
  public static Content loading(int flags) {
    return new Content(
        "", Json.array(), Json.array(), List.of(), List.of(), flags | MessageFlags.LOADING);
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  public Content withFlags(int newFlags) {
    return new Content(text, embeds, components, attachments, mentions, newFlags);
  }
}
