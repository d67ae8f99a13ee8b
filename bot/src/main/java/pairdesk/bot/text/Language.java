package pairdesk.bot.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the console speaks. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN),
  CHINESE(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** As settings and Discord name it: {@code en}, {@code de}, {@code zh-CN}. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** The language with this tag. */
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag().equalsIgnoreCase(tag)).findFirst();
  }
}
