package pairdesk.sandbox.wire.discord.world;

import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.protocol.Snowflakes;

/** Uploaded files under URLs of their own; the oldest go when the shelf holds too many. */
public final class Shelf {
  private static final int FILES = 1_000;
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int PNG_WIDTH_OFFSET = 16;

  private final Map<Snowflake, Stored> files = new LinkedHashMap<>();
  private final Snowflakes ids;
  private final Supplier<String> baseUrl;

  /** A file that came with a request. */
  public record Upload(String part, String filename, Bytes bytes) {}

  /** A file as it is served. */
  public record Stored(Attachment attachment, Bytes bytes) {}

  /**
   * @param baseUrl where this server is reached, without a trailing slash; known once it runs
   */
  public Shelf(Snowflakes ids, Supplier<String> baseUrl) {
    this.ids = ids;
    this.baseUrl = baseUrl;
  }

  public synchronized Attachment store(Channel channel, Upload upload, String description) {
    Snowflake id = ids.next();
    String name = URLEncoder.encode(upload.filename(), StandardCharsets.UTF_8).replace("+", "%20");
    String url = "%s/attachments/%s/%s/%s".formatted(baseUrl.get(), channel.id(), id, name);
    Attachment attachment = new Attachment(id, describe(upload), url, description, true);
    files.put(id, new Stored(attachment, upload.bytes()));
    if (files.size() > FILES) {
      files.remove(files.keySet().iterator().next());
    }
    return attachment;
  }

  public synchronized Optional<Stored> find(Snowflake id) {
    return Optional.ofNullable(files.get(id));
  }

  private static Attachment.FileInfo describe(Upload upload) {
    ByteBuffer bytes = upload.bytes().view();
    @Nullable String guessed = URLConnection.guessContentTypeFromName(upload.filename());
    String type = guessed == null ? "application/octet-stream" : guessed;
    boolean png = bytes.capacity() >= PNG_WIDTH_OFFSET + 8 && bytes.getLong(0) == PNG_SIGNATURE;
    int width = png ? bytes.getInt(PNG_WIDTH_OFFSET) : 0;
    int height = png ? bytes.getInt(PNG_WIDTH_OFFSET + 4) : 0;
    return new Attachment.FileInfo(upload.filename(), type, bytes.capacity(), width, height);
  }
}
