package pairdesk.matching.score;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.file.LabelledData;
import pairdesk.matching.file.LabelledData.Grouped;
import pairdesk.matching.file.LabelledData.LabelledPair;
import pairdesk.matching.file.Ranking;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;
import pairdesk.matching.veto.Vetoes;

/**
 * Fits the weights on the labelled pairs, measures them on topics that they have not seen, and
 * writes both results to {@code target/matching}: {@code weights.json} to be copied to the
 * resources, {@code pairs-folds.jsonl} for the scorer of the data.
 */
class WeightsFitTest {
  private static final int FOLDS = 5;
  private static final double VETOED = 0.1;

  private record Row(LabelledPair pair, LogisticFit.Example example, boolean vetoed) {}

  @Test
  void scoresTopicsItNeverSaw() throws IOException {
    LabelledData data = LabelledData.orSkip();
    List<Row> rows = rows(data);
    Map<String, Integer> folds = folds(rows);
    List<Ranking.Answer> answers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Scorer scorer = LogisticFit.fit(examples(rows, row -> fold(folds, row) != held));
      for (Row row : rows) {
        if (fold(folds, row) == held) {
          double score = scorer.likelihood(row.example().values()) * (row.vetoed() ? VETOED : 1);
          lines.add(line(row.pair(), score));
          if (!row.pair().relation().equals("complement")) {
            answers.add(new Ranking.Answer(score, row.pair().same()));
          }
        }
      }
    }
    Files.write(LabelledData.output().resolve("pairs-folds.jsonl"), lines);
    writeWeights(LogisticFit.fit(examples(rows, row -> true)));
    long known = answers.stream().filter(Ranking.Answer::right).count();
    Ranking ranking = new Ranking(answers, known);
    System.out.printf(
        "unseen topics: AP %.3f, best F1 %.3f, recall at precision 0.95 %.3f%n",
        ranking.averagePrecision(), ranking.bestF1(), ranking.recallAtPrecision(0.95));
    assertTrue(ranking.averagePrecision() >= 0.96, "average precision");
    assertTrue(ranking.bestF1() >= 0.93, "best F1");
    assertTrue(ranking.recallAtPrecision(0.95) >= 0.90, "recall at precision 0.95");
  }

  private interface Choice {
    boolean takes(Row row);
  }

  private static List<LogisticFit.Example> examples(List<Row> rows, Choice choice) {
    return rows.stream()
        .filter(row -> !row.pair().relation().equals("complement"))
        .filter(choice::takes)
        .map(Row::example)
        .toList();
  }

  private static List<Row> rows(LabelledData data) throws IOException {
    PropositionReader reader = new PropositionReader(Vocabulary.load());
    Map<String, Frequencies> frequencies = new HashMap<>();
    for (Grouped row : data.catalogue()) {
      frequencies
          .computeIfAbsent(row.group(), group -> new Frequencies())
          .add(Profile.of(reader.read(row.listing())));
    }
    List<Row> rows = new ArrayList<>();
    for (LabelledPair pair : data.pairs()) {
      Comparison comparison =
          Comparison.of(
              Profile.of(reader.read(pair.left())),
              Profile.of(reader.read(pair.right())),
              frequencies.getOrDefault(pair.group(), new Frequencies()));
      rows.add(
          new Row(
              pair,
              new LogisticFit.Example(Features.values(comparison), pair.same()),
              !Vetoes.against(comparison).isEmpty()));
    }
    return rows;
  }

  /** Whole topics, the largest first, each to the fold with the fewest pairs so far. */
  private static Map<String, Integer> folds(List<Row> rows) {
    Map<String, Integer> sizes = new HashMap<>();
    rows.forEach(row -> sizes.merge(row.pair().topic(), 1, Integer::sum));
    List<String> topics = new ArrayList<>(sizes.keySet());
    topics.sort((a, b) -> {
      int bySize = Integer.compare(sizes.getOrDefault(b, 0), sizes.getOrDefault(a, 0));
      return bySize != 0 ? bySize : a.compareTo(b);
    });
    int[] load = new int[FOLDS];
    Map<String, Integer> folds = new HashMap<>();
    for (String topic : topics) {
      int lightest = 0;
      for (int fold = 1; fold < FOLDS; fold++) {
        lightest = load[fold] < load[lightest] ? fold : lightest;
      }
      folds.put(topic, lightest);
      load[lightest] += sizes.getOrDefault(topic, 0);
    }
    return folds;
  }

  private static int fold(Map<String, Integer> folds, Row row) {
    return folds.getOrDefault(row.pair().topic(), 0);
  }

  private static String line(LabelledPair pair, double score) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("k", pair.left().market().code());
    line.put("p", pair.right().market().code());
    line.put("score", score);
    return line.toString();
  }

  private static void writeWeights(Scorer scorer) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode file = json.createObjectNode();
    file.put("source", "Fitted by WeightsFitTest on the labelled development pairs.");
    file.put("bias", round(scorer.bias()));
    ObjectNode weights = file.putObject("weights");
    List<String> names = Features.names();
    for (int at = 0; at < names.size(); at++) {
      weights.put(names.get(at), round(scorer.weights()[at]));
    }
    Path out = LabelledData.output().resolve("weights.json");
    Files.writeString(out, json.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
  }

  private static double round(double weight) {
    return Math.round(weight * 10_000) / 10_000.0;
  }
}
