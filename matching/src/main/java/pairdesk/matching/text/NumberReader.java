package pairdesk.matching.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds figures with their comparators: "above 24", "4 to 6", "$150k or more", "dip to 80,000". */
final class NumberReader {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(k|m|b|bn|t|mm|bp|bps)?");
  private static final String MINUS = String.valueOf(Words.MINUS);
  private static final Map<String, Integer> POWERS =
      Map.of(
          "k",
          3,
          "m",
          6,
          "mm",
          6,
          "b",
          9,
          "bn",
          9,
          "t",
          12,
          "thousand",
          3,
          "million",
          6,
          "billion",
          9,
          "trillion",
          12);
  private static final Set<String> ABOVE =
      Set.of("above", "over", "exceed", "greater", "surpas", "surpass", ">");
  private static final Set<String> BELOW = Set.of("below", "under", "fewer", "<", "beneath");
  private static final Set<String> UP_TO_TOUCH = Set.of("reach", "reache", "hit");
  private static final Set<String> DOWN_TO_TOUCH = Set.of("dip", "drop", "fall");
  private static final Set<String> INCLUDING =
      Set.of("at", "reach", "reache", "meet", "hit", "equal", "to");
  private static final Set<String> UP = Set.of("more", "above", "higher", "greater", "over", "+");
  private static final Set<String> DOWN = Set.of("below", "les", "less", "lower", "fewer", "under");

  private final List<Word> words;
  private final BitSet taken;

  private record Figure(BigDecimal value, String unit, int from, int to) {}

  private NumberReader(List<Word> words, BitSet taken) {
    this.words = words;
    this.taken = taken;
  }

  static boolean parses(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** Marks the words that it used in {@code taken}. */
  static List<Range> read(List<Word> words, BitSet taken) {
    NumberReader reader = new NumberReader(words, taken);
    List<Range> ranges = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      Figure figure = reader.figureAt(at);
      if (figure != null) {
        Figure second = reader.secondOf(figure);
        ranges.add(
            second == null
                ? reader.rangeOf(figure)
                : Range.between(figure.value(), second.value(), unit(figure, second)));
        int to = second == null ? figure.to() : second.to();
        taken.set(figure.from(), to);
        at = to - 1;
      }
    }
    return List.copyOf(ranges);
  }

  private static String unit(Figure first, Figure second) {
    return first.unit().isEmpty() ? second.unit() : first.unit();
  }

  private @Nullable Figure figureAt(int at) {
    boolean negative = isSign(at, MINUS);
    int first = negative ? at + 1 : at;
    int start = isSign(first, "$") ? first + 1 : first;
    if (start >= words.size() || taken.get(start) || !words.get(start).startsWithDigit()) {
      return null;
    }
    Matcher number = NUMBER.matcher(words.get(start).text());
    if (!number.matches()) {
      return null;
    }
    int to = start + 1;
    BigDecimal value = new BigDecimal(number.group(1));
    String suffix = number.group(2) == null ? "" : number.group(2);
    value = value.scaleByPowerOfTen(POWERS.getOrDefault(suffix, 0));
    Integer power = suffix.isEmpty() && to < words.size() ? POWERS.get(words.get(to).text()) : null;
    if (power != null && words.get(to).text().length() > 2) {
      value = value.scaleByPowerOfTen(power);
      to++;
    }
    String unit = start > first ? "$" : suffix.startsWith("bp") ? "bps" : "";
    if (isSign(to, "%") || isSign(to, "percent") || isSign(to, "bps") || isSign(to, "bp")) {
      unit = isSign(to, "%") || isSign(to, "percent") ? "%" : "bps";
      to++;
    }
    if (isSign(to, "basis") && isSign(to + 1, "point")) {
      unit = "bps";
      to += 2;
    }
    if (unit.isEmpty() && isSign(to, "+") && (isSign(to + 1, "bps") || isSign(to + 1, "bp"))) {
      unit = "bps";
    }
    return new Figure(plain(negative ? value.negate() : value), unit, at, to);
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** The upper end of "4 to 6", "16-18", "between 96000 and 98000". */
  private @Nullable Figure secondOf(Figure first) {
    boolean between = isSign(first.from() - 1, "between");
    boolean joined =
        isSign(first.to(), "-")
            || isSign(first.to(), "to")
            || (between && isSign(first.to(), "and"));
    return joined ? figureAt(first.to() + 1) : null;
  }

  private Range rangeOf(Figure figure) {
    BigDecimal value = figure.value();
    String unit = figure.unit();
    String after = textAt(figure.to());
    String later = textAt(figure.to() + 1);
    boolean or = after.equals("or");
    if (after.equals("+") || (or && UP.contains(later))) {
      return Range.atLeast(value, false, unit);
    }
    if (or && DOWN.contains(later)) {
      return Range.atMost(value, false, unit);
    }
    if (isHalfLine(figure)) {
      return Range.atLeast(value, true, unit);
    }
    for (int back = figure.from() - 1; back >= Math.max(0, figure.from() - 3); back--) {
      Range range = comparedWith(back, value, unit);
      if (range != null) {
        return range;
      }
    }
    return Range.exactly(value, unit);
  }

  private @Nullable Range comparedWith(int at, BigDecimal value, String unit) {
    String word = textAt(at);
    String before = textAt(at - 1);
    boolean than = word.equals("than");
    boolean orEqual = before.equals("or") && INCLUDING.contains(textAt(at - 2));
    if (orEqual && (ABOVE.contains(word) || BELOW.contains(word))) {
      return ABOVE.contains(word)
          ? Range.atLeast(value, false, unit)
          : Range.atMost(value, false, unit);
    }
    if (word.equals("equal") && before.equals("or")) {
      return orEqualTo(at - 2, value, unit);
    }
    if (ABOVE.contains(word) || (than && (before.equals("more") || before.equals("greater")))) {
      return Range.atLeast(value, true, unit);
    }
    if (BELOW.contains(word) || (than && (DOWN.contains(before) || BELOW.contains(before)))) {
      return Range.atMost(value, true, unit);
    }
    if ((word.equals("least") && before.equals("at")) || UP_TO_TOUCH.contains(word)) {
      return Range.atLeast(value, false, unit);
    }
    if ((word.equals("most") && before.equals("at")) || DOWN_TO_TOUCH.contains(word)) {
      return Range.atMost(value, false, unit);
    }
    return null;
  }

  /** "Greater than or equal to 5", "below or equal to 5"; {@code at} is the word before "or". */
  private @Nullable Range orEqualTo(int at, BigDecimal value, String unit) {
    String word = textAt(at).equals("than") ? textAt(at - 1) : textAt(at);
    if (UP.contains(word) || ABOVE.contains(word)) {
      return Range.atLeast(value, false, unit);
    }
    return DOWN.contains(word) || BELOW.contains(word) ? Range.atMost(value, false, unit) : null;
  }

  /** "O/U 5.5": the first outcome is over. */
  private boolean isHalfLine(Figure figure) {
    return textAt(figure.from() - 1).equals("u") && textAt(figure.from() - 2).equals("o");
  }

  private boolean isSign(int at, String sign) {
    return textAt(at).equals(sign);
  }

  private String textAt(int at) {
    return at >= 0 && at < words.size() ? words.get(at).text() : "";
  }
}
