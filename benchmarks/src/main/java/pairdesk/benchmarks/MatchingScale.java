package pairdesk.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;

/**
 * Whole catalogues, once each, in one process: candidates of every listing among all of the other
 * venue beside Jaro and Winkler's likeness over all pairs of titles and beside a plain index of
 * words; the whole matcher at growing sizes; and a new listing among the largest.
 */
public final class MatchingScale {
  private static final int MOST = 10;
  private static final int EACH = 5_000;
  private static final int LARGE = 100_000;
  private static final int NEW = 400;
  private static final int WARMING = 100;

  private MatchingScale() {}

  /**
   * @param args {@code candidates} or {@code growth}, and how many listings of Kalshi at most;
   *     none: both, with 5,000 and 100,000
   */
  public static void main(String[] args) {
    if (args.length == 0 || args[0].equals("candidates")) {
      candidates(args.length < 2 ? EACH : Integer.parseInt(args[1]));
    }
    if (args.length == 0 || args[0].equals("growth")) {
      growth(args.length < 2 ? LARGE : Integer.parseInt(args[1]));
    }
  }

  /** All searches run on all processors alike. */
  private static void candidates(int each) {
    MadeCatalogue made = new MadeCatalogue(each, each);
    PropositionReader reader = new PropositionReader(Vocabulary.load());
    row("step", "s", "found of " + each);
    row("---", "---:", "---:");
    for (int warming = 0; warming < 3; warming++) {
      index(made, reader);
      new PlainWordIndex(made.polymarket());
    }
    Duration all = search("Jaro-Winkler over all pairs", made, titles(made));
    PlainWordIndex plain = new PlainWordIndex(made.polymarket());
    search("plain index of words", made, listing -> plain.search(listing, MOST));
    Index index = index(made, reader);
    List<Weighed> queries =
        made.kalshi().parallelStream()
            .map(listing -> Weighed.of(Profile.of(reader.read(listing)), index.frequencies()))
            .toList();
    for (int warming = 0; warming < 20; warming++) {
      index.search(queries);
    }
    long start = System.nanoTime();
    List<List<MarketId>> found = index.search(queries);
    Duration ours = Duration.ofNanos(System.nanoTime() - start);
    print("our candidates of listings read before", ours, recalled(made, found));
    start = System.nanoTime();
    Index again = index(made, reader);
    List<Weighed> read =
        made.kalshi().parallelStream()
            .map(listing -> Weighed.of(Profile.of(reader.read(listing)), again.frequencies()))
            .toList();
    List<List<MarketId>> foundAgain = again.search(read);
    Duration whole = Duration.ofNanos(System.nanoTime() - start);
    print("the same, with reading and indexing both", whole, recalled(made, foundAgain));
    System.out.printf(
        Locale.ROOT,
        "%nall pairs / candidates: %,.0f times; all pairs / with reading: %,.0f times%n%n",
        (double) all.toNanos() / ours.toNanos(),
        (double) all.toNanos() / whole.toNanos());
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

  private static Index index(MadeCatalogue made, PropositionReader reader) {
    Frequencies frequencies = new Frequencies();
    CandidateIndex index = new CandidateIndex(frequencies);
    made.polymarket().parallelStream()
        .map(listing -> Profile.of(reader.read(listing)))
        .toList()
        .forEach(profile -> {
          frequencies.add(profile);
          index.add(profile);
        });
    return new Index(index, frequencies);
  }

  private record Rated(MarketId market, double similarity) {}

  private static Function<Listing, List<MarketId>> titles(MadeCatalogue made) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return query ->
        made.polymarket().stream()
            .map(other ->
                new Rated(
                    other.market(), similarity.apply(query.texts().title(), other.texts().title())))
            .sorted(Comparator.comparingDouble(Rated::similarity).reversed())
            .limit(MOST)
            .map(Rated::market)
            .toList();
  }

  private static Duration search(
      String what, MadeCatalogue made, Function<Listing, List<MarketId>> find) {
    if (made.kalshi().stream().limit(WARMING).map(find).allMatch(List::isEmpty)) {
      throw new IllegalStateException(what + " finds nothing");
    }
    long start = System.nanoTime();
    List<List<MarketId>> found = made.kalshi().parallelStream().map(find).toList();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    print(what, time, recalled(made, found));
    return time;
  }

  private static long recalled(MadeCatalogue made, List<List<MarketId>> found) {
    return IntStream.range(0, found.size())
        .filter(at -> found.get(at).contains(made.polymarket().get(at).market()))
        .count();
  }

  /** Twice as many Kalshi listings as of Polymarket, as the venues have. */
  private static void growth(int largest) {
    row("Kalshi × Polymarket", "whole match, s", "µs a listing", "proposed", "peak heap, MB");
    row("---", "---:", "---:", "---:", "---:");
    new Matcher().replaceAll(new MadeCatalogue().kalshi());
    for (int kalshi = largest / 16; kalshi <= largest; kalshi *= 2) {
      MadeCatalogue made = new MadeCatalogue(kalshi, kalshi / 2);
      System.gc();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      Matcher matcher = new Matcher();
      matcher.replaceAll(made.kalshi());
      matcher.replaceAll(made.polymarket());
      int proposed = matcher.proposals(80).size();
      double seconds = (System.nanoTime() - start) / 1e9;
      long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      row(
          "%,d × %,d".formatted(kalshi, kalshi / 2),
          "%.1f".formatted(seconds),
          "%.0f".formatted(seconds * 1e6 / (kalshi * 1.5)),
          "%,d".formatted(proposed),
          "%,d".formatted(peak >> 20));
      if (kalshi * 2 > largest) {
        newListings(matcher, made);
      }
    }
  }

  /** A listing comes or changes: until its twenty best candidates are there, with reasons. */
  private static void newListings(Matcher matcher, MadeCatalogue made) {
    List<Double> millis = new ArrayList<>();
    for (int at = 0; at < NEW; at++) {
      Listing listing = made.kalshi().get(at * 97 % made.kalshi().size());
      long start = System.nanoTime();
      matcher.replace(listing);
      int found = matcher.candidates(listing.market(), 2 * MOST).size();
      if (found == 0) {
        throw new IllegalStateException("no candidate of " + listing.market());
      }
      millis.add((System.nanoTime() - start) / 1e6);
    }
    List<Double> sorted = millis.subList(NEW / 2, NEW).stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%na new listing among %,d, to its 20 best with reasons: %.2f ms median, %.2f ms in 99 of"
            + " 100%n",
        made.kalshi().size() + made.polymarket().size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100));
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void print(String what, Duration time, long found) {
    row(what, "%.3f".formatted(time.toNanos() / 1e9), "%,d".formatted(found));
  }

  private static void row(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
