package pairdesk.matching.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.file.MatchFiles.BadLine;
import pairdesk.matching.file.MatchFiles.Catalogues;
import pairdesk.matching.file.MatchFiles.Selection;
import pairdesk.matching.fit.Calibration;
import pairdesk.matching.fit.CalibrationPlot;
import pairdesk.matching.fit.Example;
import pairdesk.matching.fit.Ranking;
import pairdesk.matching.fit.Refit;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Scorer;
import pairdesk.matching.score.Scoring;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;

/**
 * Refits the weights from a file of labelled pairs: what {@code pairdesk fit} does. Into a folder
 * it writes {@code weights.json}, {@code folds.json} (which topic was held out in which fold),
 * {@code scores.jsonl} (each pair scored by weights that never saw its topic) and {@code
 * calibration.png}; of whole catalogues also {@code suggestions.jsonl}, what would be suggested by
 * weights that never saw the topic.
 */
public final class FitFiles {
  private final Features features;
  private final PropositionReader reader = new PropositionReader(Vocabulary.load());
  private final Map<String, Frequencies> frequencies = new HashMap<>();
  private final Set<MarketId> counted = new HashSet<>();
  private final List<BadLine> badLines = new ArrayList<>();

  /**
   * Where to read.
   *
   * @param catalogues listings besides those of the pairs, from which the rarity of words is
   *     learnt; may be empty
   * @param features what is measured of each pair
   */
  public record Sources(Path pairs, List<Catalogue> catalogues, Features features) {
    public Sources {
      catalogues = List.copyOf(catalogues);
    }

    private <T extends Catalogue> Optional<Path> first(Class<T> venue) {
      return catalogues.stream().filter(venue::isInstance).map(Catalogue::file).findFirst();
    }
  }

  /** A file of one venue's listings. */
  public sealed interface Catalogue {
    Path file();

    record OfKalshi(Path file) implements Catalogue {}

    record OfPolymarket(Path file) implements Catalogue {}
  }

  /** How good the scores of unseen topics are. */
  public record Summary(
      int pairs, Ranking ranking, Calibration calibration, List<BadLine> badLines) {
    public Summary {
      badLines = List.copyOf(badLines);
    }
  }

  private FitFiles(Features features) {
    this.features = features;
  }

  /** Fails with {@link IOException} when a file cannot be read or written. */
  public static Summary fit(Sources sources, Path folder) throws IOException {
    return new FitFiles(sources.features()).run(sources, folder);
  }

  private Summary run(Sources sources, Path folder) throws IOException {
    for (Catalogue catalogue : sources.catalogues()) {
      count(catalogue);
    }
    List<LabelledRow> rows = new ArrayList<>();
    JsonLines.forEach(sources.pairs(), badLines, row -> rows.add(LabelledRow.of(row)));
    rows.removeIf(LabelledRow::complement);
    rows.forEach(row -> List.of(row.kalshi(), row.polymarket()).forEach(this::count));
    List<Example> examples = rows.stream().map(this::example).toList();
    Refit.Result result = fit(examples, sources.pairs());
    Calibration calibration = Calibration.of(result.unseen());
    Files.createDirectories(folder);
    result.weights().write(folder.resolve("weights.json"));
    writeFolds(result.foldOf(), folder.resolve("folds.json"));
    writeScores(rows, result.unseen(), folder.resolve("scores.jsonl"));
    CalibrationPlot.write(calibration, folder.resolve("calibration.png"));
    suggest(sources, unseen(rows, result), folder.resolve("suggestions.jsonl"));
    long known = result.unseen().stream().filter(Refit.Answer::right).count();
    return new Summary(rows.size(), new Ranking(result.unseen(), known), calibration, badLines);
  }

  /** What no labelled pair knows was in no fit: any of the weights will do. */
  private Scoring unseen(List<LabelledRow> rows, Refit.Result result) {
    Topics topics = Topics.of(rows);
    List<Scorer> scorers =
        result.ofFold().stream().map(weights -> new Scorer(weights, features)).toList();
    return pair -> scorers.get(topics.of(pair).map(result.foldOf()::get).orElse(0));
  }

  private static void suggest(Sources sources, Scoring scoring, Path out) throws IOException {
    Optional<Path> kalshi = sources.first(Catalogue.OfKalshi.class);
    Optional<Path> polymarket = sources.first(Catalogue.OfPolymarket.class);
    if (kalshi.isPresent() && polymarket.isPresent()) {
      new MatchFiles(scoring, (step, done, total) -> {})
          .catalogues(
              new Catalogues(kalshi.get(), polymarket.get(), out), new Selection.Suggested(0));
    }
  }

  private Refit.Result fit(List<Example> examples, Path pairs) throws IOException {
    try {
      return Refit.of(
          examples,
          features,
          "Fitted by pairdesk fit on %,d labelled pairs.".formatted(examples.size()));
    } catch (IllegalArgumentException tooFew) {
      throw new IOException(pairs + ": " + tooFew.getMessage(), tooFew);
    }
  }

  private void count(Catalogue catalogue) throws IOException {
    Function<JsonNode, ListingRow> parser =
        switch (catalogue) {
          case Catalogue.OfKalshi _ -> ListingRow::kalshi;
          case Catalogue.OfPolymarket _ -> ListingRow::polymarket;
        };
    JsonLines lines = JsonLines.read(catalogue.file(), parser);
    badLines.addAll(lines.badLines());
    lines.rows().forEach(this::count);
  }

  private void count(ListingRow row) {
    if (counted.add(row.listing().market())) {
      frequenciesOf(row).add(profile(row));
    }
  }

  private Example example(LabelledRow row) {
    Comparison pair =
        Comparison.of(
            profile(row.kalshi()), profile(row.polymarket()), frequenciesOf(row.kalshi()));
    return Example.of(row.topic(), pair, features, row.same());
  }

  private Frequencies frequenciesOf(ListingRow row) {
    return frequencies.computeIfAbsent(row.group(), group -> new Frequencies());
  }

  private Profile profile(ListingRow row) {
    return Profile.of(reader.read(row.listing()));
  }

  private static void writeFolds(Map<String, Integer> foldOf, Path file) throws IOException {
    ObjectNode folds = new ObjectMapper().createObjectNode();
    foldOf.forEach(folds::put);
    Files.writeString(file, folds.toPrettyString() + "\n");
  }

  private static void writeScores(List<LabelledRow> rows, List<Refit.Answer> unseen, Path file)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int at = 0; at < rows.size(); at++) {
        ObjectNode line = json.createObjectNode();
        line.put("k", rows.get(at).kalshi().key());
        line.put("p", rows.get(at).polymarket().key());
        line.put("score", unseen.get(at).score());
        out.write(line.toString());
        out.newLine();
      }
    }
  }
}
