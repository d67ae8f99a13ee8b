package pairdesk.matching.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;

/** Pairs of rule texts in our own words; the file says at its top how it is written. */
final class RuleFixtures {
  private static final String FILE = "clauses-in-our-words.txt";
  private static final Instant CLOSE = Instant.parse("2026-12-31T23:00:00Z");
  private static final Pattern SIDE = Pattern.compile("([KP]) (.+?)(?: \\[(.+)])?");
  private static final Map<String, Topic> TOPICS =
      Map.of(
          "source", Topic.SOURCE,
          "instant", Topic.INSTANT,
          "threshold", Topic.THRESHOLD,
          "strictness", Topic.STRICTNESS,
          "touch", Topic.TOUCH_OR_CLOSE,
          "cancellation", Topic.CANCELLATION,
          "revisions", Topic.REVISIONS);

  /** A pair and its clauses as a person reads them. */
  record Fixture(String about, Listing kalshi, Listing polymarket, Map<Topic, Verdict> byHand) {}

  private RuleFixtures() {}

  static List<Fixture> all() throws IOException {
    List<Fixture> fixtures = new ArrayList<>();
    for (String part : text().split("\n= ")) {
      if (!part.startsWith("#")) {
        fixtures.add(fixture(part.lines().filter(line -> !line.isBlank()).toList()));
      }
    }
    return fixtures;
  }

  private static Fixture fixture(List<String> lines) {
    if (lines.size() != 6 || !lines.get(5).startsWith(">")) {
      throw new IllegalArgumentException("not a pair of rules: " + lines);
    }
    return new Fixture(
        lines.get(0),
        listing(lines.get(1), lines.get(2).strip()),
        listing(lines.get(3), lines.get(4).strip()),
        byHand(lines.get(5).substring(1).strip()));
  }

  private static Listing listing(String line, String rules) {
    Matcher side = SIDE.matcher(line);
    if (!side.matches()) {
      throw new IllegalArgumentException("neither K nor P: " + line);
    }
    boolean kalshi = side.group(1).equals("K");
    return new Listing(
        kalshi ? MarketId.kalshi("KXA-1") : MarketId.polymarket("1"),
        "",
        new Listing.Texts("", side.group(2), "", rules),
        new Listing.Names(Objects.requireNonNullElse(side.group(3), ""), "Yes", "No", "", ""),
        Listing.Strike.NONE,
        new Listing.Dates(CLOSE, null));
  }

  private static Map<Topic, Verdict> byHand(String line) {
    Map<Topic, Verdict> verdicts = new EnumMap<>(Topic.class);
    for (String clause : line.isEmpty() ? new String[0] : line.split(", ")) {
      String[] words = clause.split(" ");
      Topic topic = Objects.requireNonNull(TOPICS.get(words[0].toLowerCase(Locale.ROOT)), clause);
      verdicts.put(
          topic,
          switch (words[1]) {
            case "E" -> Verdict.EQUAL;
            case "D" -> Verdict.DIFFERENT;
            default -> throw new IllegalArgumentException(clause);
          });
    }
    return verdicts;
  }

  private static String text() throws IOException {
    try (InputStream in = RuleFixtures.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
