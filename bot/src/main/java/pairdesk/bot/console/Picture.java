package pairdesk.bot.console;

/** A PNG inside a card. */
public final class Picture {
  private final String fileName;
  private final String alternative;
  private final byte[] png;

  /**
   * @param alternative what it shows, in words
   */
  public Picture(String fileName, String alternative, byte[] png) {
    this.fileName = fileName;
    this.alternative = alternative;
    this.png = png.clone();
  }

  public String fileName() {
    return fileName;
  }

  public String alternative() {
    return alternative;
  }

  public byte[] png() {
    return png.clone();
  }
}
