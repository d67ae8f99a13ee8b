package pairdesk.matching.candidate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/** A proposition with what indexes and scores need, computed once. Immutable. */
public final class Profile {
  private static final int GRAM = 3;
  private static final int MOST_SUPPORT = 400;

  private final Proposition proposition;
  private final Set<String> words;
  private final Set<String> extra;
  private final String canonical;
  private final int[] grams;

  private Profile(Proposition proposition, Set<String> words, String canonical) {
    this.proposition = proposition;
    this.words = Set.copyOf(words);
    Set<String> support = proposition.wording().support();
    this.extra = support.size() > MOST_SUPPORT ? Set.of() : support;
    this.canonical = canonical;
    this.grams = gramsOf(canonical);
  }

  public static Profile of(Proposition proposition) {
    List<Term> headline = proposition.wording().headline();
    Set<String> words = new LinkedHashSet<>();
    headline.forEach(term -> words.add(term.key()));
    proposition.tags().stated().values().forEach(tags -> tags.forEach(tag -> words.add(tag.key())));
    String canonical =
        headline.stream().map(Profile::plain).collect(Collectors.joining(" ", " ", " "));
    return new Profile(proposition, words, canonical);
  }

  public Proposition proposition() {
    return proposition;
  }

  /** Keys of the headline, each once. */
  public Set<String> words() {
    return words;
  }

  /** Further keys to search by: of the rules, where they are few. */
  Set<String> extra() {
    return extra;
  }

  /** The headline as text, its named things replaced by their keys. */
  public String canonical() {
    return canonical;
  }

  /**
   * Hashes of the canonical text's trigrams, sorted, each once. The caller must not write to it.
   */
  public int[] grams() {
    return grams;
  }

  private static String plain(Term term) {
    return term.tag() == null ? term.key() : term.tag().id();
  }

  private static int[] gramsOf(String text) {
    int count = Math.max(0, text.length() - GRAM + 1);
    int[] grams = new int[count];
    for (int at = 0; at < count; at++) {
      grams[at] = text.substring(at, at + GRAM).hashCode();
    }
    return Arrays.stream(grams).sorted().distinct().toArray();
  }
}
