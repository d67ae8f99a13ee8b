package pairdesk.matching.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Splits venue text into words. Linear in the length of the text, never throws: accents and case
 * go, quotes and dashes become plain ones, {@code U.S.} is one word, {@code 97,000.50} one number,
 * and only the first {@value #LIMIT} characters are read.
 */
public final class Words {
  static final int LIMIT = 20_000;
  private static final String SIGNS = "$%+#<>";

  /** Another one than the dash of a range. */
  static final char MINUS = '\u2212';

  private static final Map<Character, String> LETTERS =
      Map.of('ł', "l", 'ø', "o", 'ı', "i", 'đ', "d", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'ð', "d");

  private Words() {}

  /** The text in lower case without accents, markup or control characters. */
  public static String plain(String raw) {
    return fold(raw).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  static List<Word> split(String raw) {
    String text = fold(raw);
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c)) {
        at = readWord(text, at, words);
      } else if ((c == '>' || c == '<') && text.startsWith("=", at + 1)) {
        words.add(Word.plain("at"));
        words.add(Word.plain(c == '>' ? "least" : "most"));
        at += 2;
      } else {
        if (SIGNS.indexOf(c) >= 0 || isRangeDash(text, at)) {
          words.add(Word.sign(c));
        } else if (isMinus(text, at) && (words.isEmpty() || !words.getLast().startsWithDigit())) {
          words.add(Word.sign(MINUS));
        }
        at++;
      }
    }
    return words;
  }

  /** Takes a plural ending off, so that titles and vocabularies meet on one form. */
  static String stem(String word) {
    if (word.length() <= 3 || !word.endsWith("s") || Character.isDigit(word.charAt(0))) {
      return word;
    }
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    return word.endsWith("ies") && word.length() > 4
        ? word.substring(0, word.length() - 3) + "y"
        : word.substring(0, word.length() - 1);
  }

  private static int readWord(String text, int from, List<Word> words) {
    StringBuilder word = new StringBuilder();
    boolean lower = false;
    boolean letter = false;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c)) {
        lower |= Character.isLowerCase(c);
        letter |= Character.isLetter(c);
        word.append(Character.toLowerCase(c));
      } else if (isPossessive(text, at)) {
        at += 2;
        break;
      } else if (c == '.' && joinsNumber(text, at)) {
        word.append('.');
      } else if (!joins(text, at, word)) {
        break;
      }
      at++;
    }
    boolean capital = Character.isUpperCase(text.charAt(from));
    words.add(new Word(stem(word.toString()), capital, letter && !lower));
    return at;
  }

  private static boolean joinsNumber(String text, int at) {
    return isDigit(text, at - 1) && isDigit(text, at + 1);
  }

  /** Signs inside a word: d'Or, S&P, 97,000, U.S. */
  private static boolean joins(String text, int at, StringBuilder word) {
    return switch (text.charAt(at)) {
      case '\'' -> isLetter(text, at + 1);
      case '&' -> isLetter(text, at - 1) && isLetter(text, at + 1);
      case ',' -> isDigit(text, at - 1) && isDigit(text, at + 1) && isThousand(text, at);
      case '.' -> isLetter(text, at + 1) && isInitials(text, at) && word.length() <= 4;
      default -> false;
    };
  }

  private static boolean isInitials(String text, int dot) {
    return isLetter(text, dot - 1) && !isLetter(text, dot - 2) && !isLetter(text, dot + 2);
  }

  private static boolean isThousand(String text, int comma) {
    return isDigit(text, comma + 2) && isDigit(text, comma + 3) && !isDigit(text, comma + 4);
  }

  private static boolean isPossessive(String text, int at) {
    return text.charAt(at) == '\''
        && at + 1 < text.length()
        && text.charAt(at + 1) == 's'
        && !isLetter(text, at + 2);
  }

  /** Of "above -2 %", not of "Nov 20 -27" or "2025-26". */
  private static boolean isMinus(String text, int at) {
    return text.charAt(at) == '-'
        && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
        && (isDigit(text, at + 1) || (at + 1 < text.length() && text.charAt(at + 1) == '$'));
  }

  private static boolean isRangeDash(String text, int at) {
    if (text.charAt(at) != '-') {
      return false;
    }
    boolean left = isDigit(text, at - 1) || (at > 0 && "%°".indexOf(text.charAt(at - 1)) >= 0);
    return left
        && (isDigit(text, at + 1) || (at + 1 < text.length() && text.charAt(at + 1) == '$'));
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  /** On one line, cut to a length. */
  static String line(String raw, int longest) {
    String cut = raw.length() > LIMIT ? raw.substring(0, LIMIT) : raw;
    StringBuilder line = new StringBuilder(Math.min(cut.length(), longest));
    for (int at = 0; at < cut.length() && line.length() < longest; at++) {
      char c = cut.charAt(at);
      boolean space = Character.isWhitespace(c) || Character.isISOControl(c);
      if (!space) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  private static String fold(String raw) {
    String cut = raw.length() > LIMIT ? raw.substring(0, LIMIT) : raw;
    String text = cut.indexOf('&') < 0 ? cut : StringEscapeUtils.unescapeHtml4(cut);
    String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int at = 0; at < decomposed.length(); at++) {
      char c = decomposed.charAt(at);
      if (c >= ' ' && c <= '~' && c != '`') {
        out.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(plainForm(c));
      }
    }
    return out.toString();
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String plainForm(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02bc', '`', '\u00b4' -> "'";
      case '\u201c', '\u201d', '\u00ab', '\u00bb' -> "\"";
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u2044' ->
          c == '\u2044' ? "/" : "-";
      case '\u2265' -> ">=";
      case '\u2264' -> "<=";
      default ->
          Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
              ? " "
              : LETTERS.getOrDefault(c, String.valueOf(c));
    };
  }
}
