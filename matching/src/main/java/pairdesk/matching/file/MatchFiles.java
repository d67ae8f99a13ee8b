package pairdesk.matching.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Scoring;
import pairdesk.matching.score.Weights;

/**
 * Matches listings that lie in files of JSON lines: what {@code pairdesk match} does. Rows carry
 * the venues' own field names and a {@code key} (else the ticker or market id serves); rows with
 * different {@code snap} are never compared. A line that cannot be read is reported with its number
 * and skipped. Output: one line a candidate, {@code {"k", "p", "score", "relation", "vetoes",
 * "reasons"}}, score 0 to 100 with two decimals.
 */
public final class MatchFiles {
  /** Listings between two words of progress. */
  private static final int AT_ONCE = 1_000;

  private final Scoring scoring;
  private final Progress progress;

  /** Told how far the work is; called on the working thread. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param step what is being done, for a person
     */
    void at(String step, long done, long total);
  }

  /** Which pairs of two catalogues are written. */
  public sealed interface Selection {
    /** The best candidates of every market, contradicted ones included. */
    record Top(int most) implements Selection {
      public Top {
        if (most < 1 || most > 1_000) {
          throw new IllegalArgumentException("candidates for a market: " + most);
        }
      }
    }

    /** Only what would be posted to a person: mutual best, without contradiction. */
    record Suggested(int minimumScore) implements Selection {}
  }

  /** Where the catalogues are and where results go. */
  public record Catalogues(Path kalshi, Path polymarket, Path out) {}

  /** A line that was skipped. */
  public record BadLine(Path file, long line, String problem) {}

  /** What was done. */
  public record Summary(int listings, int written, List<BadLine> badLines) {
    public Summary {
      badLines = List.copyOf(badLines);
    }
  }

  public MatchFiles(Weights weights, Progress progress) {
    this(Scoring.by(weights, Features.USUAL), progress);
  }

  public MatchFiles(Scoring scoring, Progress progress) {
    this.scoring = scoring;
    this.progress = progress;
  }

  /** Fails with {@link IOException} when a file cannot be read or written. */
  public Summary catalogues(Catalogues files, Selection selection) throws IOException {
    JsonLines kalshi = JsonLines.read(files.kalshi(), ListingRow::kalshi);
    JsonLines polymarket = JsonLines.read(files.polymarket(), ListingRow::polymarket);
    List<ListingRow> rows = new ArrayList<>(kalshi.rows());
    rows.addAll(polymarket.rows());
    Map<String, Matcher> matchers = index(rows);
    int written;
    try (BufferedWriter out = Files.newBufferedWriter(files.out())) {
      written =
          switch (selection) {
            case Selection.Top top -> writeTop(rows, matchers, top.most(), out);
            case Selection.Suggested suggested ->
                writeSuggested(matchers, suggested.minimumScore(), out);
          };
    }
    List<BadLine> bad = new ArrayList<>(kalshi.badLines());
    bad.addAll(polymarket.badLines());
    return new Summary(rows.size(), written, bad);
  }

  /** Scores every row of a file of pairs, reading nothing of it but the two listings. */
  public Summary pairs(Path pairs, Path outFile) throws IOException {
    List<BadLine> bad = new ArrayList<>();
    List<PairRow> rows = new ArrayList<>();
    JsonLines.forEach(pairs, bad, row -> rows.add(PairRow.of(row)));
    List<ListingRow> listings = new ArrayList<>();
    rows.forEach(row -> listings.addAll(List.of(row.kalshi(), row.polymarket())));
    Map<String, Matcher> matchers = index(listings);
    try (BufferedWriter out = Files.newBufferedWriter(outFile)) {
      for (int at = 0; at < rows.size(); at++) {
        PairRow row = rows.get(at);
        write(
            matcherOf(row.kalshi(), matchers)
                .compare(row.kalshi().listing(), row.polymarket().listing()),
            out);
        progress.at("comparing pairs", at + 1, rows.size());
      }
    }
    return new Summary(listings.size(), rows.size(), bad);
  }

  private record PairRow(ListingRow kalshi, ListingRow polymarket) {
    static PairRow of(JsonNode row) {
      return new PairRow(
          ListingRow.kalshi(row.path("kalshi")), ListingRow.polymarket(row.path("poly")));
    }
  }

  private Map<String, Matcher> index(List<ListingRow> rows) {
    Map<String, List<Listing>> groups = new TreeMap<>();
    Set<MarketId> seen = new HashSet<>();
    for (ListingRow row : rows) {
      if (seen.add(row.listing().market())) {
        groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row.listing());
      }
    }
    Map<String, Matcher> matchers = new TreeMap<>();
    long read = 0;
    for (Map.Entry<String, List<Listing>> group : groups.entrySet()) {
      Matcher matcher = new Matcher(scoring);
      matchers.put(group.getKey(), matcher);
      List<Listing> listings = group.getValue();
      for (int from = 0; from < listings.size(); from += AT_ONCE) {
        int to = Math.min(listings.size(), from + AT_ONCE);
        matcher.replaceAll(listings.subList(from, to));
        read += to - from;
        progress.at("reading listings", read, seen.size());
      }
    }
    return matchers;
  }

  private static Matcher matcherOf(ListingRow row, Map<String, Matcher> matchers) {
    Matcher matcher = matchers.get(row.group());
    if (matcher == null) {
      throw new IllegalStateException("no matcher for the listings of group " + row.group());
    }
    return matcher;
  }

  private int writeTop(
      List<ListingRow> rows, Map<String, Matcher> matchers, int most, BufferedWriter out)
      throws IOException {
    Set<List<MarketId>> written = new HashSet<>();
    for (int at = 0; at < rows.size(); at++) {
      ListingRow row = rows.get(at);
      for (PairProposal pair : matcherOf(row, matchers).candidates(row.listing().market(), most)) {
        if (written.add(List.of(pair.left(), pair.right()))) {
          write(pair, out);
        }
      }
      progress.at("comparing candidates", at + 1, rows.size());
    }
    return written.size();
  }

  private int writeSuggested(Map<String, Matcher> matchers, int minimumScore, BufferedWriter out)
      throws IOException {
    int written = 0;
    int group = 0;
    for (Matcher matcher : matchers.values()) {
      for (PairProposal pair : matcher.proposals(minimumScore)) {
        write(pair, out);
        written++;
      }
      progress.at("matching catalogues", ++group, matchers.size());
    }
    return written;
  }

  private static void write(PairProposal pair, BufferedWriter out) throws IOException {
    out.write(JsonLines.line(pair));
    out.newLine();
  }
}
