package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;

/**
 * One venue's listings, searchable by what another listing says. Three sources, united: words of
 * headline and rules, character trigrams of the headline, and exact keys of games. Entries that are
 * in more than one listing in twenty are skipped: they cost most and tell least.
 *
 * <p>Owned by one matcher and its thread.
 */
public final class CandidateIndex {
  private static final int ALWAYS_READ = 60;
  private static final double COMMON = 0.05;
  private static final double SUPPORT_WEIGHT = 0.4;

  private final Frequencies frequencies;
  private final Map<MarketId, Integer> numbers = new HashMap<>();
  private final List<@Nullable Profile> profiles = new ArrayList<>();
  private Postings<String> words = new Postings<>();
  private Postings<String> support = new Postings<>();
  private Postings<Integer> grams = new Postings<>();
  private float[] sums = new float[0];

  public CandidateIndex(Frequencies frequencies) {
    this.frequencies = frequencies;
  }

  /** The listing must not be in the index already: remove the old one first. */
  public void add(Profile profile) {
    int number = profiles.size();
    profiles.add(profile);
    if (numbers.put(profile.proposition().listing().market(), number) != null) {
      throw new IllegalStateException(
          "already indexed: " + profile.proposition().listing().market());
    }
    post(profile, number);
  }

  public void remove(MarketId market) {
    Integer number = numbers.remove(market);
    if (number != null) {
      profiles.set(number, null);
    }
    if (profiles.size() > 1_000 && numbers.size() < profiles.size() / 2) {
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

  /** The most promising listings, best first by either source, at most twice {@code limit}. */
  public List<Profile> search(Profile query, int limit) {
    Set<Integer> found = new LinkedHashSet<>(byWords(query, limit));
    found.addAll(byGrams(query, limit));
    List<Profile> candidates = new ArrayList<>(found.size());
    for (int number : found) {
      Profile profile = profiles.get(number);
      if (profile != null) {
        candidates.add(profile);
      }
    }
    return candidates;
  }

  private List<Integer> byWords(Profile query, int limit) {
    Search search = new Search();
    for (String word : query.words()) {
      float weight = square(frequencies.weight(word));
      if (rare(words.size(word))) {
        words.forEach(word, number -> search.add(number, weight));
      }
      if (rare(support.size(word))) {
        support.forEach(word, number -> search.add(number, (float) SUPPORT_WEIGHT * weight));
      }
    }
    for (String word : query.extra()) {
      float weight = (float) SUPPORT_WEIGHT * square(frequencies.weight(word));
      if (!query.words().contains(word) && rare(words.size(word))) {
        words.forEach(word, number -> search.add(number, weight));
      }
    }
    return search.best(limit);
  }

  private List<Integer> byGrams(Profile query, int limit) {
    Search search = new Search();
    for (int gram : query.grams()) {
      if (rare(grams.size(gram))) {
        float weight = square(frequencies.weight(gram));
        grams.forEach(gram, number -> search.add(number, weight));
      }
    }
    return search.best(limit);
  }

  private boolean rare(int size) {
    return size <= Math.max(ALWAYS_READ, profiles.size() * COMMON);
  }

  private static float square(double weight) {
    return (float) (weight * weight);
  }

  private void post(Profile profile, int number) {
    profile.words().forEach(word -> words.add(word, number));
    profile.extra().stream()
        .filter(word -> !profile.words().contains(word))
        .forEach(word -> support.add(word, number));
    for (int gram : profile.grams()) {
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
    words = new Postings<>();
    support = new Postings<>();
    grams = new Postings<>();
    alive.forEach(this::add);
  }

  /** Sums by document number in a shared array, cleared by what was touched. */
  private final class Search {
    private int[] touched = new int[64];
    private int count;

    Search() {
      if (sums.length < profiles.size()) {
        sums = new float[profiles.size() + profiles.size() / 2 + 16];
      }
    }

    void add(int number, float weight) {
      if (sums[number] == 0) {
        if (count == touched.length) {
          touched = Arrays.copyOf(touched, count * 2);
        }
        touched[count++] = number;
      }
      sums[number] += weight + Float.MIN_NORMAL;
    }

    List<Integer> best(int limit) {
      List<Integer> order = new ArrayList<>(count);
      for (int at = 0; at < count; at++) {
        Profile profile = profiles.get(touched[at]);
        if (profile != null) {
          sums[touched[at]] /= (float) Math.sqrt(4.0 + profile.grams().length);
          order.add(touched[at]);
        }
      }
      order.sort(
          Comparator.comparingDouble((Integer number) -> -sums[number])
              .thenComparing(this::marketOf));
      List<Integer> best = List.copyOf(order.subList(0, Math.min(limit, order.size())));
      for (int at = 0; at < count; at++) {
        sums[touched[at]] = 0;
      }
      return best;
    }

    private MarketId marketOf(Integer number) {
      Profile profile = profiles.get(number);
      if (profile == null) {
        throw new IllegalStateException("removed listing in results");
      }
      return profile.proposition().listing().market();
    }
  }
}
