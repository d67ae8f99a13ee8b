package pairdesk.sandbox.wire.discord.world;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The content of a file; never changed. */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** Takes the array over: nobody else may write to it afterwards. */
  public static Bytes of(byte[] content) {
    return new Bytes(content);
  }

  public int length() {
    return content.length;
  }

  public InputStream stream() {
    return new ByteArrayInputStream(content);
  }

  ByteBuffer view() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer();
  }
}
