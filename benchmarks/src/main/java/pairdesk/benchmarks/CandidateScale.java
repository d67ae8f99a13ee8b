package pairdesk.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;

/**
 * The ten likeliest partners of every listing, by each method on all processors alike: every title
 * with every title, a plain index of words, ours. Each is also asked how many twins it found.
 */
final class CandidateScale {
  private static final int MOST = 10;
  private static final int WARMING = 100;
  private static final int REPEATS = 11;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private final MadeCatalogue made;
  private final List<Titled> titles;
  private final PropositionReader reader = new PropositionReader(Vocabulary.load());

  CandidateScale(int each) {
    this.made = new MadeCatalogue(each, each);
    this.titles =
        made.polymarket().stream()
            .map(listing -> new Titled(listing.market(), title(listing)))
            .toList();
  }

  private record Timed(long nanos, List<List<MarketId>> found) {}

  private record Titled(MarketId market, String title) {}

  private record Rated(MarketId market, double similarity) {}

  void run() {
    MatchingScale.row("candidates", "s", "twins found of %,d".formatted(made.kalshi().size()));
    MatchingScale.row("---", "---:", "---:");
    Timed all = once(this::mostSimilar);
    print("Jaro-Winkler over all pairs, the whole of it once", all);
    PlainWordIndex words = new PlainWordIndex(made.polymarket());
    print(
        "plain index of words, the whole of it once", once(listing -> words.search(listing, MOST)));
    Index index = index();
    List<Weighed> queries = queries(index);
    Timed ours = median(() -> index.search(queries));
    print("ours, listings read before, median of " + REPEATS, ours);
    Timed whole = median(this::readAndSearch);
    print("ours, with reading and indexing both, median of " + REPEATS, whole);
    System.out.printf(
        Locale.ROOT,
        "%nall pairs / ours: %,.0f times; all pairs / ours with reading: %,.0f times%n%n",
        (double) all.nanos() / ours.nanos(),
        (double) all.nanos() / whole.nanos());
  }

  /** Every listing, after a few that have it compiled; too long to be repeated. */
  private Timed once(Function<Listing, List<MarketId>> find) {
    made.kalshi().stream().limit(WARMING).parallel().map(find).forEach(found -> {});
    return timed(() -> made.kalshi().parallelStream().map(find).toList());
  }

  private static Timed timed(Supplier<List<List<MarketId>>> search) {
    long start = System.nanoTime();
    List<List<MarketId>> found = search.get();
    return new Timed(System.nanoTime() - start, found);
  }

  private static Timed median(Supplier<List<List<MarketId>>> search) {
    for (int warming = 0; warming < REPEATS; warming++) {
      timed(search);
    }
    return IntStream.range(0, REPEATS)
        .mapToObj(at -> timed(search))
        .sorted(Comparator.comparingLong(Timed::nanos))
        .toList()
        .get(REPEATS / 2);
  }

  private List<MarketId> mostSimilar(Listing listing) {
    String title = title(listing);
    return titles.stream()
        .map(other -> new Rated(other.market(), SIMILARITY.apply(title, other.title())))
        .sorted(Comparator.comparingDouble(Rated::similarity).reversed())
        .limit(MOST)
        .map(Rated::market)
        .toList();
  }

  /** With the outcome's name, without which a title of Kalshi does not say whom it means. */
  static String title(Listing listing) {
    return (listing.texts().title() + " " + listing.names().group()).strip();
  }

  private record Index(CandidateIndex listings, Frequencies frequencies) {
    List<List<MarketId>> search(List<Weighed> queries) {
      int tasks = Runtime.getRuntime().availableProcessors() * 4;
      int size = (queries.size() + tasks - 1) / tasks;
      return IntStream.range(0, tasks)
          .parallel()
          .mapToObj(task ->
              queries.subList(
                  Math.min(queries.size(), task * size),
                  Math.min(queries.size(), (task + 1) * size)))
          .flatMap(some -> {
            CandidateIndex.Search search = listings.search();
            return some.stream().map(query -> markets(search, query));
          })
          .toList();
    }

    /** Half by each source: no more than the baselines return. */
    private static List<MarketId> markets(CandidateIndex.Search search, Weighed query) {
      return search.candidates(query, MOST / 2).stream().map(Profile::market).toList();
    }
  }

  private Index index() {
    Frequencies frequencies = new Frequencies();
    CandidateIndex index = new CandidateIndex(frequencies);
    profiles(made.polymarket())
        .forEach(profile -> {
          frequencies.add(profile);
          index.add(profile);
        });
    return new Index(index, frequencies);
  }

  private List<Profile> profiles(List<Listing> listings) {
    return listings.parallelStream().map(listing -> Profile.of(reader.read(listing))).toList();
  }

  private List<Weighed> queries(Index index) {
    return profiles(made.kalshi()).parallelStream()
        .map(profile -> Weighed.of(profile, index.frequencies()))
        .toList();
  }

  private List<List<MarketId>> readAndSearch() {
    Index index = index();
    return index.search(queries(index));
  }

  private void print(String what, Timed search) {
    long twins =
        IntStream.range(0, search.found().size())
            .filter(at -> search.found().get(at).contains(made.polymarket().get(at).market()))
            .count();
    MatchingScale.row(what, "%.3f".formatted(search.nanos() / 1e9), "%,d".formatted(twins));
  }
}
