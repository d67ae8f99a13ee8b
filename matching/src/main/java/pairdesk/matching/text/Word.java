package pairdesk.matching.text;

/**
 * One word or sign of a text.
 *
 * @param text lower case, without accents, plural endings taken off: {@code hurricane}, {@code
 *     97000}
 * @param capital began with a capital letter in the source
 * @param shouted all capitals in the source: {@code US}
 */
record Word(String text, boolean capital, boolean shouted) {

  static Word sign(char sign) {
    return new Word(String.valueOf(sign), false, false);
  }

  /** As if it stood there in small letters. */
  static Word plain(String text) {
    return new Word(text, false, false);
  }

  /** Of the ten that figures are written with. */
  boolean startsWithDigit() {
    char first = text.charAt(0);
    return first >= '0' && first <= '9';
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0)) && NumberReader.parses(text);
  }

  boolean isWord() {
    return Character.isLetterOrDigit(text.charAt(0));
  }
}
