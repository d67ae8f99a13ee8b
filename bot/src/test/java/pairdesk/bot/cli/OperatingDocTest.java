package pairdesk.bot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Option;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.risk.BreakerKind;

/** {@code docs/operating.md} names only what is there, as it is typed. */
class OperatingDocTest {
  private static final Path PAGE = Path.of("../docs/operating.md");
  private static final Path SETTINGS = Path.of("../.env.example");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern SLASH = Pattern.compile("/[a-z_]+(?: [a-z]+:\\S+)*");
  private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z]+)+\\b");
  private static final Pattern BREAKER = Pattern.compile("^\\| `([a-z-]+)` \\|");

  /** Paths of the local port, and words that only look like settings. */
  private static final Set<String> PATHS =
      Set.of("/health", "/status", "/gaps", "/marks", "/ledger", "/metrics");

  private static final Set<String> NO_SETTINGS =
      Set.of("APPLICATION_ID", "GUILD_MESSAGE_REACTIONS", "DEPOSIT_WALLET");

  private static List<String> page() throws IOException {
    return Files.readAllLines(PAGE);
  }

  private static Stream<String> quoted() throws IOException {
    return page().stream()
        .flatMap(line -> QUOTED.matcher(line).results().map(found -> found.group(1)));
  }

  @Test
  void everyCommandLineIsUnderstood() throws IOException {
    List<String> lines =
        Stream.concat(quoted(), page().stream().filter(line -> !line.contains("`")))
            .filter(text -> text.startsWith("pairdesk "))
            .toList();
    assertTrue(lines.size() > 20, lines::toString);
    for (String line : lines) {
      List<String> words = Arrays.asList(line.split(" "));
      Main.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  @Test
  void everySlashCommandAndItsOptionsAreThere() throws IOException {
    Map<String, Set<String>> there = new TreeMap<>();
    try (Scene scene = new Scene()) {
      for (CommandSpec spec : scene.console.specs()) {
        there.put(
            "/" + spec.name(),
            spec.options().stream().map(Option::name).collect(Collectors.toSet()));
      }
    }
    var unknown = new TreeSet<String>();
    quoted()
        .filter(text -> SLASH.matcher(text).matches() && !PATHS.contains(text))
        .forEach(text -> {
          String[] words = text.split("[ :]");
          Set<String> options = there.getOrDefault(words[0], Set.of());
          boolean known = there.containsKey(words[0]);
          for (int i = 1; i < words.length; i += 2) {
            known &= options.contains(words[i]);
          }
          if (!known) {
            unknown.add(text);
          }
        });
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everySettingIsThere() throws IOException {
    String settings = Files.readString(SETTINGS);
    var unknown = new TreeSet<String>();
    for (String line : page()) {
      VARIABLE
          .matcher(line)
          .results()
          .map(found -> found.group())
          .filter(name -> !NO_SETTINGS.contains(name))
          .filter(name -> !settings.contains("\n" + name + "="))
          .forEach(unknown::add);
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyBreakerHasItsAdvice() throws IOException {
    Set<String> advised =
        page().stream()
            .flatMap(line -> BREAKER.matcher(line).results().map(found -> found.group(1)))
            .collect(Collectors.toSet());
    assertEquals(
        Arrays.stream(BreakerKind.values()).map(BreakerKind::code).collect(Collectors.toSet()),
        advised);
  }

  @Test
  void theHelpOfTheProgramNamesEveryCommandOfTheReadme() throws IOException {
    Set<String> commands = Main.commandLine().getSubcommands().keySet();
    String readme = Files.readString(Path.of("../README.md"));
    var missing =
        commands.stream()
            .filter(
                name -> !readme.contains("`pairdesk " + name) && !readme.contains("`" + name + "`"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing);
  }
}
