package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;

/**
 * One venue's listings, searchable by what another listing says: by words of headline and rules,
 * and by trigrams of the headline.
 *
 * <p>Changed by one thread; several may search, each with its own {@link Search}, while nobody
 * changes it.
 */
public final class CandidateIndex {
  private static final int WORTH_COMPACTING = 1_000;

  private final Frequencies frequencies;
  private final Map<MarketId, Integer> numbers = new HashMap<>();
  private final List<@Nullable Profile> profiles = new ArrayList<>();
  private Postings words = new Postings();
  private Postings support = new Postings();
  private Postings grams = new Postings();

  public CandidateIndex(Frequencies frequencies) {
    this.frequencies = frequencies;
  }

  /** The listing must not be in the index already: remove the old one first. */
  public void add(Profile profile) {
    int number = profiles.size();
    profiles.add(profile);
    if (numbers.put(profile.market(), number) != null) {
      throw new IllegalStateException("already indexed: " + profile.market());
    }
    post(profile, number);
  }

  public void remove(MarketId market) {
    Integer number = numbers.remove(market);
    if (number != null) {
      profiles.set(number, null);
    }
    if (profiles.size() > WORTH_COMPACTING && numbers.size() < profiles.size() / 2) {
      compact();
    }
  }

  public @Nullable Profile profile(MarketId market) {
    Integer number = numbers.get(market);
    return number == null ? null : profiles.get(number);
  }

  public Collection<MarketId> markets() {
    return numbers.keySet();
  }

  /** A searcher for one thread. */
  public Search search() {
    return new Search();
  }

  private void post(Profile profile, int number) {
    for (long word : profile.wordKeys()) {
      words.add(word, number);
    }
    for (long word : profile.extraKeys()) {
      if (!profile.saysKey(word)) {
        support.add(word, number);
      }
    }
    for (long gram : profile.gramKeys()) {
      grams.add(gram, number);
    }
  }

  private void compact() {
    List<Profile> alive = new ArrayList<>(numbers.size());
    for (Profile profile : profiles) {
      if (profile != null) {
        alive.add(profile);
      }
    }
    numbers.clear();
    profiles.clear();
    words = new Postings();
    support = new Postings();
    grams = new Postings();
    alive.forEach(this::add);
  }

  /** Finds the listings that say most of what a query says. Owned by one thread. */
  public final class Search {
    private static final float SUPPORT_WEIGHT = 0.4f;

    private final Sums sums = new Sums();
    private final Query query = new Query();

    private Search() {}

    /** The most promising listings, best first by either source, at most twice {@code limit}. */
    public List<Profile> candidates(Weighed listing, int limit) {
      sums.prepare(profiles.size());
      Set<Profile> found = new LinkedHashSet<>(byWords(listing, limit));
      found.addAll(byGrams(listing, limit));
      return List.copyOf(found);
    }

    private List<Profile> byWords(Weighed listing, int limit) {
      long[] keys = listing.profile().wordKeys();
      for (int at = 0; at < keys.length; at++) {
        float weight = square(listing.words().weight(at));
        query.add(words, keys[at], weight);
        query.add(support, keys[at], SUPPORT_WEIGHT * weight);
      }
      for (long key : listing.profile().extraKeys()) {
        if (!listing.profile().saysKey(key)) {
          query.add(words, key, SUPPORT_WEIGHT * square(frequencies.word(key)));
        }
      }
      return best(limit);
    }

    private List<Profile> byGrams(Weighed listing, int limit) {
      long[] keys = listing.profile().gramKeys();
      for (int at = 0; at < keys.length; at++) {
        query.add(grams, keys[at], square(listing.grams().weight(at)));
      }
      return best(limit);
    }

    private List<Profile> best(int limit) {
      query.run(sums);
      Best best = new Best(limit);
      for (int at = 0; at < sums.count(); at++) {
        int number = sums.document(at);
        Profile profile = profiles.get(number);
        if (profile != null) {
          best.offer(profile, sums.sum(number) * profile.shortness());
        }
      }
      sums.clear();
      return best.inOrder();
    }

    private static float square(double weight) {
      return (float) (weight * weight);
    }
  }
}
