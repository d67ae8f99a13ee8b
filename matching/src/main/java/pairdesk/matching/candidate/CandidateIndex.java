package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.text.KeySet;

/**
 * One venue's listings, searchable by what another listing says: by words of headline and rules, by
 * trigrams of the headline, and by its figures and dates.
 *
 * <p>Changed by one thread; several may search, each with its own {@link Search}, while nobody
 * changes it.
 */
public final class CandidateIndex {
  private static final int WORTH_COMPACTING = 1_000;

  private final Frequencies frequencies;
  private final Map<MarketId, Integer> numbers = new HashMap<>();
  private final List<@Nullable Profile> profiles = new ArrayList<>();

  /** By a listing's number; 0 for one that was removed. */
  private float[] shortness = new float[64];

  /** By a listing's number: its id as a number, which settles ties alike in whatever order. */
  private long[] ids = new long[64];

  private Postings words = new Postings();
  private Postings support = new Postings();
  private Postings grams = new Postings();
  private Postings facts = new Postings();

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
    if (number == shortness.length) {
      shortness = Arrays.copyOf(shortness, 2 * number);
      ids = Arrays.copyOf(ids, 2 * number);
    }
    shortness[number] = profile.shortness();
    ids[number] = KeySet.keyOf(profile.market().code());
    post(profile, number);
  }

  public void remove(MarketId market) {
    Integer number = numbers.remove(market);
    if (number != null) {
      profiles.set(number, null);
      shortness[number] = 0;
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
    words.addAll(profile.words(), number);
    grams.addAll(profile.grams(), number);
    facts.addAll(profile.facts(), number);
    KeySet extra = profile.extra();
    for (int at = 0; at < extra.size(); at++) {
      if (!profile.says(extra.at(at))) {
        support.add(extra.at(at), number);
      }
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
    facts = new Postings();
    alive.forEach(this::add);
  }

  /** Finds the listings that say most of what a query says. Owned by one thread. */
  public final class Search {
    private static final float SUPPORT_WEIGHT = 0.4f;
    private static final float FACT_WEIGHT = 0.5f;

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
      KeySet keys = listing.profile().words();
      for (int at = 0; at < keys.size(); at++) {
        float weight = square(listing.words().weight(at));
        query.add(words, keys.at(at), weight);
        query.add(support, keys.at(at), SUPPORT_WEIGHT * weight);
      }
      KeySet extra = listing.profile().extra();
      for (int at = 0; at < extra.size(); at++) {
        long key = extra.at(at);
        if (!keys.contains(key)) {
          query.add(words, key, SUPPORT_WEIGHT * square(frequencies.word(key)));
        }
      }
      addFacts(listing, FACT_WEIGHT);
      return best(limit);
    }

    private List<Profile> byGrams(Weighed listing, int limit) {
      KeySet keys = listing.profile().grams();
      for (int at = 0; at < keys.size(); at++) {
        query.add(grams, keys.at(at), square(listing.grams().weight(at)));
      }
      addFacts(listing, 1);
      return best(limit);
    }

    private void addFacts(Weighed listing, float weight) {
      KeySet keys = listing.profile().facts();
      for (int at = 0; at < keys.size(); at++) {
        query.add(facts, keys.at(at), weight * square(frequencies.word(keys.at(at))));
      }
    }

    private List<Profile> best(int limit) {
      query.run(sums);
      Best best = new Best(ids, limit);
      for (int at = 0; at < sums.count(); at++) {
        int number = sums.document(at);
        float sum = sums.sum(number) * shortness[number];
        if (sum > 0) {
          best.offer(number, sum);
        }
      }
      sums.clear();
      return best.in(profiles);
    }

    private static float square(double weight) {
      return (float) (weight * weight);
    }
  }
}
