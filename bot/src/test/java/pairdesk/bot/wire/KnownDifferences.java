package pairdesk.bot.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where what we say is known to differ from Discord's description: one line each, {@code regular
 * expression | reason}.
 */
public final class KnownDifferences {
  private static final String FILE = "/contract/discord-exceptions.txt";
  private static final int MOST = 30;

  private final List<Line> lines;

  private record Line(Pattern problem, String reason) {
    static Line of(String text) {
      int bar = text.lastIndexOf(" | ");
      if (bar < 0) {
        throw new IllegalStateException("want regular expression | reason: " + text);
      }
      return new Line(Pattern.compile(text.substring(0, bar).strip()), text.substring(bar + 3));
    }

    boolean covers(String problem) {
      return this.problem.matcher(problem).matches();
    }
  }

  private KnownDifferences(List<Line> lines) {
    this.lines = lines;
  }

  public static KnownDifferences shipped() {
    try (InputStream file =
        Objects.requireNonNull(KnownDifferences.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new KnownDifferences(
          text.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Line::of)
              .toList());
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " is not readable", e);
    }
  }

  /** Problems that are not known, and known ones that did not come; the first thirty of each. */
  public List<String> judge(Collection<String> problems) {
    Stream<String> unknown =
        problems.stream()
            .filter(problem -> lines.stream().noneMatch(line -> line.covers(problem)))
            .distinct()
            .sorted()
            .limit(MOST);
    Stream<String> unused =
        lines.stream()
            .filter(line -> problems.stream().noneMatch(line::covers))
            .map(line -> "did not come: " + line.problem() + " (" + line.reason() + ")")
            .limit(MOST);
    return Stream.concat(unknown, unused).toList();
  }
}
