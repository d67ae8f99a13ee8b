package pairdesk.matching.candidate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/** A proposition with what indexes and scores need, computed once. Immutable. */
public final class Profile {
  private static final int MOST_SUPPORT = 400;
  private static final int LONGEST_SORTED = 160;

  private final Proposition proposition;
  private final Set<String> words;
  private final String sorted;
  private final int length;
  private final long[] wordKeys;
  private final long[] supportKeys;
  private final long[] gramKeys;
  private final float shortness;

  private Profile(Proposition proposition, Set<String> words, String canonical) {
    this.proposition = proposition;
    this.words = Set.copyOf(words);
    this.sorted = sorted(canonical);
    this.length = canonical.length();
    this.wordKeys = Keys.of(words);
    this.supportKeys = Keys.of(proposition.wording().support());
    this.gramKeys = Keys.gramsOf(canonical);
    this.shortness = (float) (1 / Math.sqrt(4.0 + gramKeys.length));
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

  public MarketId market() {
    return proposition.listing().market();
  }

  /** Says this word, or states the thing that it stands for, in the headline. */
  public boolean says(String word) {
    return words.contains(word);
  }

  /**
   * The headline with its named things replaced by their keys and its words in order of the
   * alphabet, cut to a length that keeps distances cheap.
   */
  public String sorted() {
    return sorted;
  }

  /** Characters of the headline with its named things replaced. */
  public int length() {
    return length;
  }

  /** Share of the smaller rules vocabulary that the other has too; 0 without rules. */
  public double supportShared(Profile other) {
    int smaller = Math.min(supportKeys.length, other.supportKeys.length);
    return smaller == 0 ? 0 : (double) Keys.common(supportKeys, other.supportKeys) / smaller;
  }

  boolean saysKey(long key) {
    return Arrays.binarySearch(wordKeys, key) >= 0;
  }

  /** A factor for what a search finds: of two that hold the same words the shorter is meant. */
  float shortness() {
    return shortness;
  }

  long[] wordKeys() {
    return wordKeys;
  }

  /** Further keys to search by: of the rules, where they are few. */
  long[] extraKeys() {
    return supportKeys.length > MOST_SUPPORT ? new long[0] : supportKeys;
  }

  long[] gramKeys() {
    return gramKeys;
  }

  private static String plain(Term term) {
    return term.tag() == null ? term.key() : term.tag().id();
  }

  private static String sorted(String canonical) {
    String text = canonical.strip();
    String[] words = text.substring(0, Math.min(LONGEST_SORTED, text.length())).split(" ", -1);
    Arrays.sort(words);
    return String.join(" ", words);
  }
}
