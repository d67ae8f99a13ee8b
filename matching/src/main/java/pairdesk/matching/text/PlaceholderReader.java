package pairdesk.matching.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises outcomes that have no name yet: "Candidate B", "Player AC". */
final class PlaceholderReader {
  private static final Pattern LETTERED =
      Pattern.compile(
          "\\b(Person|Player|Candidate|Fighter|Team|Company|Actor|Actress|Movie|Film|Party|Coach"
              + "|Driver|Individual|Artist|Album|Song|Director) [A-Z]{1,2}\\b(?!\\.)");

  private PlaceholderReader() {}

  static Optional<Tag> read(String headline) {
    return LETTERED.matcher(headline).find()
        ? Optional.of(new Tag(Kind.PLACEHOLDER, "lettered"))
        : Optional.empty();
  }
}
