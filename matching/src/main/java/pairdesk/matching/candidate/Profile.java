package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.text.KeySet;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/** A proposition with what indexes and scores need, computed once. Immutable. */
public final class Profile {
  private static final int MOST_SUPPORT = 400;
  private static final int LONGEST_SORTED = 160;

  private final Proposition proposition;
  private final List<Word> headline;
  private final String sorted;
  private final int length;
  private final KeySet words;
  private final KeySet grams;
  private final KeySet facts;
  private final float shortness;

  /**
   * A word of the headline.
   *
   * @param key its number in every {@link KeySet}
   * @param ofSubject it names whom or what the question is about
   */
  public record Word(Term term, long key, boolean ofSubject) {}

  private Profile(Proposition proposition, List<Word> headline, KeySet words, String canonical) {
    this.proposition = proposition;
    this.headline = headline;
    this.sorted = sorted(canonical);
    this.length = canonical.length();
    this.words = words;
    this.grams = Keys.gramsOf(canonical);
    this.facts = Facts.of(proposition);
    this.shortness = (float) (1 / Math.sqrt(4.0 + grams.size()));
  }

  public static Profile of(Proposition proposition) {
    List<Term> terms = proposition.wording().headline();
    List<String> words = new ArrayList<>();
    terms.forEach(term -> words.add(term.key()));
    proposition.tags().stated().values().forEach(tags -> tags.forEach(tag -> words.add(tag.key())));
    String canonical =
        terms.stream().map(Profile::plain).collect(Collectors.joining(" ", " ", " "));
    return new Profile(proposition, headline(proposition), KeySet.of(words), canonical);
  }

  private static List<Word> headline(Proposition proposition) {
    Set<String> subject = new HashSet<>();
    proposition.wording().subject().forEach(term -> subject.add(term.key()));
    Set<String> seen = new HashSet<>();
    return proposition.wording().headline().stream()
        .filter(term -> seen.add(term.key()))
        .map(term -> new Word(term, KeySet.keyOf(term.key()), subject.contains(term.key())))
        .toList();
  }

  public Proposition proposition() {
    return proposition;
  }

  public MarketId market() {
    return proposition.listing().market();
  }

  /** The words of title and outcome name in order, each once. */
  public List<Word> headline() {
    return headline;
  }

  /** Says this word, or states the thing that it stands for, in the headline. */
  public boolean says(long word) {
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
    int smaller = Math.min(support().size(), other.support().size());
    return smaller == 0 ? 0 : (double) support().common(other.support()) / smaller;
  }

  private KeySet support() {
    return proposition.wording().support();
  }

  /** A factor for what a search finds: of two that hold the same words the shorter is meant. */
  float shortness() {
    return shortness;
  }

  KeySet words() {
    return words;
  }

  /** Further keys to search by: of the rules, where they are few. */
  KeySet extra() {
    return support().size() > MOST_SUPPORT ? KeySet.NONE : support();
  }

  KeySet grams() {
    return grams;
  }

  KeySet facts() {
    return facts;
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
