package pairdesk.bot.console;

import java.util.Arrays;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;

/** What a person typed cannot be used; the text says what is wrong and what to type instead. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] parts;

  private BadInput(String message, String key, String... parts) {
    super(message);
    this.key = key;
    this.parts = parts.clone();
  }

  /**
   * @param key of the text that tells them
   * @param parts what it puts into its places, safe to show
   */
  public static BadInput of(String key, Object... parts) {
    return new BadInput(
        Texts.in(Language.ENGLISH).say(key, parts),
        key,
        Arrays.stream(parts).map(String::valueOf).toArray(String[]::new));
  }

  /** The same, because of something that went wrong. */
  public static BadInput of(Throwable cause, String key, Object... parts) {
    BadInput bad = of(key, parts);
    bad.initCause(cause);
    return bad;
  }

  /** What is wrong, for the person who typed it. */
  String in(Texts texts) {
    return texts.say(key, (Object[]) parts);
  }
}
