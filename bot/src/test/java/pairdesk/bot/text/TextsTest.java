package pairdesk.bot.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.notify.NoticeKind;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.matching.review.Clause;

/** The files of texts, each against the English one, and how places are filled. */
class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final Texts english = Texts.in(Language.ENGLISH);

  /** One file alone: what it lacks is not taken from another. */
  static Properties file(Language language) throws IOException {
    String name = "Texts" + ending(language) + ".properties";
    var texts = new Properties();
    try (InputStream bytes = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static String ending(Language language) {
    return switch (language) {
      case ENGLISH -> "";
      case GERMAN -> "_de";
      case CHINESE -> "_zh_CN";
    };
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasEveryText(Language language) throws IOException {
    Properties texts = file(language);
    assertEquals(
        new TreeSet<>(file(Language.ENGLISH).stringPropertyNames()),
        new TreeSet<>(texts.stringPropertyNames()));
    texts.forEach((key, text) -> assertFalse(text.toString().isBlank(), key::toString));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSamePlaces(Language language) throws IOException {
    Properties texts = file(language);
    file(Language.ENGLISH)
        .forEach((key, text) ->
            assertEquals(
                places(text.toString()), places(texts.getProperty(key.toString())), key::toString));
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextForANumberIsForOneAndForOthers(Language language) throws IOException {
    Set<String> keys = file(language).stringPropertyNames();
    assertEquals(counted(keys, ".one"), counted(keys, ".other"));
  }

  private static Set<String> counted(Set<String> keys, String ending) {
    return keys.stream()
        .filter(key -> key.endsWith(ending))
        .map(key -> key.substring(0, key.length() - ending.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyValueHasItsName(Language language) {
    Texts texts = Texts.in(language);
    Stream.of(PairStatus.values()).forEach(state -> texts.name("pair.state", state));
    Stream.of(NoticeKind.values()).forEach(kind -> texts.name("notify.kind", kind));
    Stream.of(Clause.Topic.values()).forEach(topic -> texts.name("clause.topic", topic));
    Stream.of(Clause.Verdict.values()).forEach(verdict -> texts.name("clause.verdict", verdict));
    Stream.of(Relation.values()).forEach(r -> texts.name("candidate.relation", r));
  }

  @Test
  void whatIsPutInIsNoPattern() {
    String nasty = "{0} {1} $1 \\ '' %s";
    assertEquals("… and " + nasty + " more", english.say("list.more", nasty));
  }

  @Test
  void whatIsPutInStandsWhereTheLanguageWantsIt() {
    assertEquals("`o1` of bond, found now", english.say("explain.found", "o1", "bond", "now"));
    assertEquals(
        "bond 的 `o1`，发现于 now",
        Texts.in(Language.CHINESE).say("explain.found", "o1", "bond", "now"));
  }

  @Test
  void oneIsNotMany() {
    assertEquals("1 pair", english.count("pairs.count", 1));
    assertEquals("0 pairs", english.count("pairs.count", 0));
    assertEquals("1234567 pairs", english.count("pairs.count", 1_234_567));
    assertEquals(
        "1 was posted before ([the last of them](link)).",
        english.count("matches.before", 1, "link"));
  }

  @Test
  void aTextThatIsNotThereIsAnError() {
    assertThrows(MissingResourceException.class, () -> english.say("no.such.text"));
    assertThrows(IndexOutOfBoundsException.class, () -> english.say("list.more"));
  }

  @Test
  void theLanguageOfTheMachineHasNoSay() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("Done", Texts.bundle(Texts.FILES, Language.ENGLISH).getString("answer.done"));
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void languagesAreNamedAsDiscordNamesThem() {
    assertEquals(Optional.of(Language.CHINESE), Language.of("zh-CN"));
    assertEquals(Optional.of(Language.GERMAN), Language.of("DE"));
    assertEquals(Optional.empty(), Language.of("en-GB"));
    assertEquals(
        List.of("en", "de", "zh-CN"), Stream.of(Language.values()).map(Language::tag).toList());
  }
}
