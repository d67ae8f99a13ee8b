package pairdesk.bot.console;

/** The colour of a card; never the only carrier of its meaning. */
public enum Tone {
  GOOD(0x57F287),
  INFO(0x5865F2),
  WAITING(0xFEE75C),
  BAD(0xED4245),
  QUIET(0x95A5A6);

  private final int rgb;

  Tone(int rgb) {
    this.rgb = rgb;
  }

  public int rgb() {
    return rgb;
  }
}
