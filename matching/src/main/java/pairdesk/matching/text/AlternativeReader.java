package pairdesk.matching.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises questions that ask which of two comes first: "Will Ann meet Bob or Cy first?" */
final class AlternativeReader {
  private static final Pattern FIRST_OF_TWO =
      Pattern.compile("(?i)\\bor\\b[^?,;]{1,40}\\bfirst\\W*$");
  private static final Tag TAG = new Tag(Kind.NARROWING, "first-of-two");

  private AlternativeReader() {}

  static Optional<Tag> read(String title) {
    return FIRST_OF_TWO.matcher(title).find() ? Optional.of(TAG) : Optional.empty();
  }
}
