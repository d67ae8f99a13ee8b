package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.text.Descriptions;

/** The commands in other languages: all of them, none that is gone, none too long. */
class LanguagesTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private static ResourceBundle texts(String language) {
    return ResourceBundle.getBundle(
        Descriptions.FILES,
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private Set<String> keys() {
    var keys = new TreeSet<String>();
    for (CommandSpec spec : scene.console.specs()) {
      keys.add(spec.name() + ".description");
      spec.options().forEach(o -> keys.add(spec.name() + ".options." + o.name() + ".description"));
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "zh-CN"})
  void everyCommandAndOptionHasItsText(String language) {
    ResourceBundle texts = texts(language);
    assertEquals(keys(), new TreeSet<>(texts.keySet()));
    for (String key : texts.keySet()) {
      String text = texts.getString(key);
      assertTrue(!text.isBlank() && text.length() <= 100, key);
    }
  }

  @Test
  void discordIsToldOfThem() {
    CommandSpec status =
        scene.console.specs().stream()
            .filter(s -> s.name().equals("status"))
            .findFirst()
            .orElseThrow();
    var command = Registered.command(status);
    command.toData(); // asks for the texts
    assertEquals(
        Set.of(DiscordLocale.CHINESE_CHINA, DiscordLocale.GERMAN),
        command.getDescriptionLocalizations().toMap().keySet());
  }
}
