package pairdesk.sandbox.wire.discord.world;

import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/**
 * An uploaded file. {@code listed} is false for a file that an embed or component shows: Discord
 * leaves it out of the message's list. Width and height are 0 when the file is no PNG.
 */
public record Attachment(
    Snowflake id, FileInfo file, String url, String description, boolean listed) {

  /** Name, type, size in bytes and in pixels. */
  public record FileInfo(String name, String contentType, int size, int width, int height) {}

  Attachment listed(boolean shown) {
    return new Attachment(id, file, url, description, shown);
  }
}
