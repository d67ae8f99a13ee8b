package pairdesk.bot.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * What commands and options do, as Discord is told too: English stands with each command, the other
 * languages in {@code Commands_….properties}.
 */
public final class Descriptions {
  /** Base name of the files. */
  public static final String FILES = "pairdesk.bot.text.Commands";

  private static final Map<Language, ResourceBundle> OTHERS = others();

  private Descriptions() {}

  private static Map<Language, ResourceBundle> others() {
    var others = new EnumMap<Language, ResourceBundle>(Language.class);
    for (Language language : Language.values()) {
      if (language != Language.ENGLISH) {
        others.put(language, Texts.bundle(FILES, language));
      }
    }
    return others;
  }

  /**
   * One of them.
   *
   * @param name {@code halt}, or {@code halt.options.reason}
   */
  public static String of(String name, String english, Language language) {
    ResourceBundle other = OTHERS.get(language);
    return other == null ? english : other.getString(name + ".description");
  }
}
