package pairdesk.bot.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language. {@code {0}}, {@code {1}} … are places for what the caller puts in,
 * ready to show: numbers with their units, foreign text escaped. Nothing that is put in is read as
 * a pattern, and no character but the braces around a digit means anything.
 */
public final class Texts {
  static final String FILES = "pairdesk.bot.text.Texts";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Map<Language, Texts> ALL = all();

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language, ResourceBundle bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  public static Texts in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /** The language of the machine has no say. */
  static ResourceBundle bundle(String files, Language language) {
    return ResourceBundle.getBundle(
        files,
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Map<Language, Texts> all() {
    var all = new EnumMap<Language, Texts>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Texts(language, bundle(FILES, language)));
    }
    return all;
  }

  public Language language() {
    return language;
  }

  /**
   * The text with these parts in its places.
   *
   * @throws java.util.MissingResourceException when there is no such text
   */
  public String say(String key, Object... parts) {
    return PLACE
        .matcher(bundle.getString(key))
        .replaceAll(place ->
            Matcher.quoteReplacement(String.valueOf(parts[Integer.parseInt(place.group(1))])));
  }

  /**
   * The text for so many of something: {@code key.one} or {@code key.other}. The number stands in
   * the first place, the parts in those behind it.
   */
  public String count(String key, long number, Object... parts) {
    var all = new Object[parts.length + 1];
    all[0] = number;
    System.arraycopy(parts, 0, all, 1, parts.length);
    return say(key + (number == 1 ? ".one" : ".other"), all);
  }

  /** The name of a value: {@code key.VALUE}. */
  public String name(String key, Enum<?> value) {
    return say(key + "." + value.name());
  }
}
