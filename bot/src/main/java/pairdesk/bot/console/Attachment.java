package pairdesk.bot.console;

/** A file that a reply carries, to be saved by the person who asked. */
public final class Attachment {
  /** What Discord takes everywhere. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private final String fileName;
  private final byte[] content;

  public Attachment(String fileName, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new IllegalArgumentException(content.length + " bytes, at most " + MOST_BYTES);
    }
    this.fileName = fileName;
    this.content = content.clone();
  }

  public String fileName() {
    return fileName;
  }

  public byte[] content() {
    return content.clone();
  }
}
