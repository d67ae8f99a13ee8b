package pairdesk.matching.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import pairdesk.engine.market.Listing;
import pairdesk.matching.fit.Refit;

/** The labelled development listings, where they are installed. Their README says what is true. */
public final class LabelledData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /** A labelled pair; {@code group} keeps snapshots apart. */
  public record LabelledPair(
      String id, Listing left, Listing right, String group, String topic, String relation) {
    public boolean same() {
      return relation.equals("equivalent");
    }

    public String key() {
      return left.market().code() + "|" + right.market().code();
    }
  }

  private LabelledData(Path folder) {
    this.folder = folder;
  }

  /** Skips the test, loudly, where the data is not installed. */
  public static LabelledData orSkip() {
    Path folder = Path.of(System.getProperty("pairdesk.shared", "../shared"), "data", "matching");
    boolean there = Files.isReadable(folder.resolve("pairs.jsonl"));
    if (!there) {
      System.err.println(
          "SKIPPED: no labelled listings in " + folder + "; matching is not measured.");
    }
    Assumptions.assumeTrue(there, "labelled listings are not installed in " + folder);
    return new LabelledData(folder);
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Where results go. */
  public static Path output() throws IOException {
    return Files.createDirectories(Path.of("target", "matching"));
  }

  public List<LabelledPair> pairs() throws IOException {
    List<LabelledPair> pairs = new ArrayList<>();
    for (JsonNode row : rows("pairs.jsonl")) {
      pairs.add(
          new LabelledPair(
              row.path("id").asText(),
              ListingRow.kalshi(row.path("kalshi")).listing(),
              ListingRow.polymarket(row.path("poly")).listing(),
              row.path("snap").asText(),
              row.path("topic").asText(),
              row.path("relation").asText()));
    }
    return pairs;
  }

  /** Keys of pairs, as {@code kalshi|polymarket}, that have this relation in the gold file. */
  public Set<String> gold(String relation) throws IOException {
    Set<String> keys = new HashSet<>();
    for (JsonNode row : rows("gold.jsonl")) {
      if (row.path("relation").asText().equals(relation)) {
        keys.add(row.path("k").asText() + "|" + row.path("p").asText());
      }
    }
    return keys;
  }

  /** Pairs nobody should be marked on. */
  public Set<String> unmarked() throws IOException {
    Set<String> keys = gold("complement");
    for (JsonNode row : rows("ambiguous.jsonl")) {
      keys.add(row.path("k").asText() + "|" + row.path("p").asText());
    }
    return keys;
  }

  /**
   * What a run over the whole catalogues suggested, and whether it is in the known pairs; pairs
   * that nobody should be marked on are left out.
   */
  public List<Refit.Answer> judged(Path suggestions) throws IOException {
    Set<String> known = gold("equivalent");
    Set<String> unmarked = unmarked();
    List<Refit.Answer> answers = new ArrayList<>();
    for (String text : Files.readAllLines(suggestions)) {
      JsonNode row = JSON.readTree(text);
      String pair = row.path("k").asText() + "|" + row.path("p").asText();
      if (!unmarked.contains(pair)) {
        answers.add(new Refit.Answer(row.path("score").asDouble(), known.contains(pair)));
      }
    }
    return answers;
  }

  private List<JsonNode> rows(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file(name))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }
}
