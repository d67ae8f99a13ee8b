package pairdesk.matching.review;

/** Venue text fit to show: one line, without control characters, not too long. */
final class Quotes {
  private static final int LONGEST = 180;

  private Quotes() {}

  static String shorten(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
  }
}
