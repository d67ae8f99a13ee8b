package pairdesk.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;

/**
 * The usual search by words of title and outcome, rare ones weighing more: no names, dates or
 * figures.
 */
final class PlainWordIndex {
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  private final Map<String, List<Integer>> postings = new HashMap<>();
  private final List<Listing> listings;

  PlainWordIndex(List<Listing> listings) {
    this.listings = listings;
    for (int number = 0; number < listings.size(); number++) {
      for (String word : words(listings.get(number))) {
        postings.computeIfAbsent(word, key -> new ArrayList<>()).add(number);
      }
    }
  }

  List<MarketId> search(Listing query, int most) {
    Map<Integer, Double> sums = new HashMap<>();
    for (String word : words(query)) {
      List<Integer> having = postings.getOrDefault(word, List.of());
      double weight = Math.log((1.0 + listings.size()) / (1 + having.size()));
      having.forEach(number -> sums.merge(number, weight * weight, Double::sum));
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(entry -> listings.get(entry.getKey()).market())
        .toList();
  }

  private static List<String> words(Listing listing) {
    return NO_WORD
        .splitAsStream(CandidateScale.title(listing).toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
