package pairdesk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.PairProposal;

/**
 * The whole matcher from texts to proposals at growing sizes, twice as many listings of Kalshi as
 * of Polymarket, as the venues have; and a new listing among the largest.
 */
final class MatcherScale {
  private static final int STEPS = 4;
  private static final int POSTED = 80;
  private static final int SHOWN = 20;
  private static final int NEW = 1_000;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private MatcherScale() {}

  static void run(int largest) {
    MatchingScale.row(
        "Kalshi × Polymarket",
        "whole match, s",
        "processor time, s",
        "µs a listing",
        "ns / (n ln n)",
        "proposed",
        "of them right",
        "peak heap, MB");
    MatchingScale.row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
    match(new Matcher(), new MadeCatalogue(largest / 16, largest / 32));
    for (int step = STEPS; step >= 0; step--) {
      int kalshi = largest >> step;
      MadeCatalogue made = new MadeCatalogue(kalshi, kalshi / 2);
      Matcher matcher = new Matcher();
      print(made, matcher);
      if (step == 0) {
        newListings(matcher, made);
      }
    }
  }

  private static List<PairProposal> match(Matcher matcher, MadeCatalogue made) {
    matcher.replaceAll(made.kalshi());
    matcher.replaceAll(made.polymarket());
    return matcher.proposals(POSTED);
  }

  private static void print(MadeCatalogue made, Matcher matcher) {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long processorBefore = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    List<PairProposal> proposed = match(matcher, made);
    long nanos = System.nanoTime() - start;
    long processor = PROCESS.getProcessCpuTime() - processorBefore;
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    int listings = made.kalshi().size() + made.polymarket().size();
    MatchingScale.row(
        "%,d × %,d".formatted(made.kalshi().size(), made.polymarket().size()),
        "%.1f".formatted(nanos / 1e9),
        "%.1f".formatted(processor / 1e9),
        "%.0f".formatted(nanos / 1e3 / listings),
        "%.0f".formatted(nanos / (listings * Math.log(listings))),
        "%,d".formatted(proposed.size()),
        "%,d".formatted(proposed.stream().filter(MatcherScale::isTwin).count()),
        "%,d".formatted(peak >> 20));
  }

  /** Both venues' codes end in the number of the question. */
  private static boolean isTwin(PairProposal pair) {
    String left = pair.left().code();
    int number = Integer.parseInt(left.substring(left.lastIndexOf('-') + 1));
    return pair.right().equals(MarketId.polymarket("0x%064x".formatted(number)));
  }

  /** A listing comes or changes: until its twenty best candidates are there, with reasons. */
  private static void newListings(Matcher matcher, MadeCatalogue made) {
    List<Double> millis = new ArrayList<>();
    for (int at = 0; at < NEW; at++) {
      Listing listing = made.kalshi().get(at * 97 % made.kalshi().size());
      long start = System.nanoTime();
      matcher.replace(listing);
      int found = matcher.candidates(listing.market(), SHOWN).size();
      if (found == 0) {
        throw new IllegalStateException("no candidate of " + listing.market());
      }
      millis.add((System.nanoTime() - start) / 1e6);
    }
    List<Double> sorted = millis.subList(NEW / 2, NEW).stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%na new listing among %,d, to its %d best with reasons: %.2f ms median, %.2f ms in 99 of"
            + " 100%n",
        made.kalshi().size() + made.polymarket().size(),
        SHOWN,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100));
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
