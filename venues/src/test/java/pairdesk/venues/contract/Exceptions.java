package pairdesk.venues.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the published contracts are known to differ from the venues: one line each, {@code where |
 * what | reason}; a star stands for anything within.
 */
final class Exceptions {
  private static final String FILE = "/contract/exceptions.txt";

  private static final int LONGEST_SAMPLE = 120;

  private final List<Line> lines;

  private Exceptions(List<Line> lines) {
    this.lines = lines;
  }

  /** One known difference. */
  record Line(String where, String what, String reason) {
    String venue() {
      return where.substring(0, where.indexOf(' '));
    }

    boolean covers(Finding finding) {
      return fits(where, finding.where()) && fits(what, finding.what());
    }

    private static boolean fits(String pattern, String text) {
      String regex =
          Pattern.compile("\\*")
              .splitAsStream(pattern + " ")
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return (text + " ").matches(regex);
    }
  }

  static Exceptions shipped() {
    try (InputStream file =
        Objects.requireNonNull(Exceptions.class.getResourceAsStream(FILE), FILE)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " is not readable", e);
    }
  }

  static Exceptions parse(String text) {
    return new Exceptions(
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Exceptions::line)
            .toList());
  }

  private static Line line(String text) {
    String[] parts = text.split("\\|", 3);
    if (parts.length < 3 || parts[2].isBlank()) {
      throw new IllegalStateException("want where | what | reason: " + text);
    }
    return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip());
  }

  private static String shortened(String sample) {
    return sample.length() <= LONGEST_SAMPLE ? sample : sample.substring(0, LONGEST_SAMPLE) + "…";
  }

  /**
   * What is not as it should be: findings without an exception, and exceptions of these venues
   * without a finding.
   */
  List<String> judge(List<String> venues, Collection<Finding> findings) {
    Set<Line> used = new HashSet<>();
    Set<String> wrong = new TreeSet<>();
    for (Finding finding : findings) {
      List<Line> covering = lines.stream().filter(line -> line.covers(finding)).toList();
      used.addAll(covering);
      if (covering.isEmpty()) {
        wrong.add(finding.text() + " <- " + shortened(finding.sample()));
      }
    }
    var problems =
        new ArrayList<>(wrong.stream().map(text -> "not as described: " + text).toList());
    lines.stream()
        .filter(line -> venues.contains(line.venue()) && !used.contains(line))
        .map(line -> "exception without a finding: " + line.where() + " | " + line.what())
        .forEach(problems::add);
    return problems;
  }
}
