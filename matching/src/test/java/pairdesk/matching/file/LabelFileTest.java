package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Relation;
import pairdesk.matching.Listings;
import pairdesk.matching.file.LabelFile.Decision;
import pairdesk.matching.file.LabelFile.Truth;

class LabelFileTest {
  private static final Listing KALSHI =
      Listings.kalshi("KXA-26-LEE", "Will Ann Lee win?", "Ann Lee", "If Ann Lee wins, Yes.");
  private static final Listing POLYMARKET =
      Listings.polymarket("0x1", "Ann Lee to win?", "Resolves to \"Yes\" if Ann Lee wins.");

  @Test
  void writesWhatTheFitReads(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("labels.jsonl");
    LabelFile.write(
        List.of(
            decision("1", Relation.SAME, true),
            decision("2", Relation.INVERSE, true),
            decision("3", Relation.SAME, false)),
        file);
    List<LabelledRow> rows = new ArrayList<>();
    List<MatchFiles.BadLine> bad = new ArrayList<>();
    JsonLines.forEach(file, bad, row -> rows.add(LabelledRow.of(row)));
    assertEquals(List.of(), bad);
    assertEquals(
        List.of("equivalent", "complement", "different"),
        rows.stream().map(LabelledRow::relation).toList());
    LabelledRow first = rows.getFirst();
    assertEquals("KXA-26", first.topic());
    assertEquals(KALSHI.texts(), first.kalshi().listing().texts());
    assertEquals(KALSHI.names().group(), first.kalshi().listing().names().group());
    assertEquals(KALSHI.dates(), first.kalshi().listing().dates());
    assertEquals(POLYMARKET.texts(), first.polymarket().listing().texts());
    assertEquals(POLYMARKET.dates(), first.polymarket().listing().dates());
  }

  private static Decision decision(String id, Relation relation, boolean same) {
    return new Decision(id, KALSHI, POLYMARKET, relation, new Truth(same, "other deadline"));
  }
}
