package pairdesk.matching.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import pairdesk.matching.file.MatchFiles.BadLine;
import pairdesk.matching.review.PairProposal;

/** Files of one JSON object a line. */
record JsonLines(List<ListingRow> rows, List<BadLine> badLines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static JsonLines read(Path file, Function<JsonNode, ListingRow> parser) throws IOException {
    List<BadLine> bad = new ArrayList<>();
    List<ListingRow> rows = new ArrayList<>();
    forEach(file, bad, row -> rows.add(parser.apply(row)));
    return new JsonLines(List.copyOf(rows), List.copyOf(bad));
  }

  /** Blank lines are skipped in silence, unreadable ones are added to {@code bad}. */
  static void forEach(Path file, List<BadLine> bad, Consumer<JsonNode> use) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          use.accept(object(line));
        } catch (BadLineException problem) {
          bad.add(new BadLine(file, number, String.valueOf(problem.getMessage())));
        }
      }
    }
  }

  private static JsonNode object(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new BadLineException("not a JSON object");
      }
      return node;
    } catch (JsonProcessingException malformed) {
      throw new BadLineException("not JSON: " + malformed.getOriginalMessage());
    }
  }

  static String line(PairProposal pair) {
    ObjectNode line = JSON.createObjectNode();
    line.put("k", pair.left().code());
    line.put("p", pair.right().code());
    line.put("score", Math.round(pair.judgement().likelihood() * 10_000) / 100.0);
    line.put("relation", pair.relation().name());
    pair.vetoes().forEach(veto -> line.withArray("vetoes").add(veto.veto()));
    line.withArray("vetoes");
    pair.reasons().forEach(line.withArray("reasons")::add);
    return line.toString();
  }
}
