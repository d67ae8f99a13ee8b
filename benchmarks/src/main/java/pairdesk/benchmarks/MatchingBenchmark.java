package pairdesk.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;

/**
 * A listing of Kalshi is new: which of Polymarket's two thousand may ask the same? The index finds
 * candidates, ten by each of its two sources; the matcher also reads the rules, scores, gives its
 * reasons and returns ten. The baseline compares the title with every title and returns ten.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchingBenchmark {
  private static final int MOST = 10;
  private static final int CHECKED = 200;
  private static final double LEAST_RECALL = 0.99;

  @Benchmark
  public List<MarketId> searchIndex(Index state) {
    return state.search(state.listings.next());
  }

  @Benchmark
  public List<PairProposal> matcher(Judge state) {
    return state.candidates(state.listings.next());
  }

  @Benchmark
  public List<MarketId> jaroWinkler(Titles state) {
    return state.mostSimilar(state.listings.next());
  }

  /** All listings of Polymarket by what they say. */
  @State(Scope.Thread)
  public static class Index {
    private final Listings listings = new Listings();
    private final PropositionReader reader = new PropositionReader(Vocabulary.load());
    private final Frequencies frequencies = new Frequencies();
    private final CandidateIndex index = new CandidateIndex(frequencies);

    public Index() {
      for (Listing listing : listings.catalogue.polymarket()) {
        Profile profile = Profile.of(reader.read(listing));
        frequencies.add(profile);
        index.add(profile);
      }
      listings.checkRecall(this::search);
    }

    private List<MarketId> search(Listing listing) {
      Weighed query = Weighed.of(Profile.of(reader.read(listing)), frequencies);
      return index.search().candidates(query, MOST).stream().map(Profile::market).toList();
    }
  }

  /** The matcher with both catalogues, each listing judged. */
  @State(Scope.Thread)
  public static class Judge {
    private final Listings listings = new Listings();
    private final Matcher matcher = new Matcher();

    public Judge() {
      listings.catalogue.kalshi().forEach(matcher::replace);
      listings.catalogue.polymarket().forEach(matcher::replace);
      listings.checkRecall(
          listing -> candidates(listing).stream().map(PairProposal::right).toList());
    }

    private List<PairProposal> candidates(Listing listing) {
      matcher.replace(listing);
      return matcher.candidates(listing.market(), MOST);
    }
  }

  /** Nothing but the titles. */
  @State(Scope.Thread)
  public static class Titles {
    private final Listings listings = new Listings();
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    private record Rated(MarketId market, double similarity) {}

    private List<MarketId> mostSimilar(Listing listing) {
      String title = listing.texts().title();
      return listings.catalogue.polymarket().stream()
          .map(other -> new Rated(other.market(), similarity.apply(title, other.texts().title())))
          .sorted(Comparator.comparingDouble(Rated::similarity).reversed())
          .limit(MOST)
          .map(Rated::market)
          .toList();
    }
  }

  /** The new listings, one after the other. */
  private static final class Listings {
    private final MadeCatalogue catalogue = new MadeCatalogue();
    private int last;

    Listing next() {
      last = (last + 1) % MadeCatalogue.COUNT;
      return catalogue.kalshi().get(last);
    }

    void checkRecall(Function<Listing, List<MarketId>> candidates) {
      int found = 0;
      for (int i = 0; i < CHECKED; i++) {
        List<MarketId> best = candidates.apply(catalogue.kalshi().get(i));
        if (best.contains(catalogue.polymarket().get(i).market())) {
          found++;
        }
      }
      if (found < LEAST_RECALL * CHECKED) {
        throw new IllegalStateException("found %d of %d twins".formatted(found, CHECKED));
      }
    }
  }
}
