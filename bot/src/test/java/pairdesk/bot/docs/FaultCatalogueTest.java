package pairdesk.bot.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The second part of {@code docs/faults.md}: every fault of the catalogue, with the tests that name
 * it by {@code @Tag("fault:R1")}, or the reason why there is none. {@code -Dgolden.update=true}
 * writes it.
 */
class FaultCatalogueTest {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final String BEGINNING = "<!-- The rest is written by FaultCatalogueTest. -->\n";

  /**
   * @param reason why no test shows it; empty where one must
   */
  private record Fault(String id, String words, String reason) {}

  private static List<String> lines() throws IOException {
    try (InputStream catalogue =
        Objects.requireNonNull(FaultCatalogueTest.class.getResourceAsStream("/faults.tsv"))) {
      return new String(catalogue.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<Fault> faults() throws IOException {
    return lines().stream()
        .filter(line -> !line.startsWith("#"))
        .map(FaultCatalogueTest::fault)
        .toList();
  }

  private static Fault fault(String line) {
    String[] cells = line.split("\t", 3);
    return new Fault(cells[0], cells[1], cells.length > 2 ? cells[2] : "");
  }

  @Test
  void everyFaultHasATestOrAReason() throws IOException {
    SortedMap<String, Set<String>> tests = TaggedTests.ofAllModules();
    var without = new ArrayList<String>();
    var both = new ArrayList<String>();
    for (Fault fault : faults()) {
      boolean tested = tests.containsKey(fault.id());
      if (!tested && fault.reason().isEmpty()) {
        without.add(fault.id());
      }
      if (tested && !fault.reason().isEmpty()) {
        both.add(fault.id());
      }
    }
    assertEquals(List.of(), without, "faults with neither a test nor a reason");
    assertEquals(List.of(), both, "faults with a test and a reason why there is none");
  }

  @Test
  void everyTagNamesAFaultOfTheCatalogue() throws IOException {
    var known = new TreeSet<String>();
    faults().forEach(fault -> assertTrue(known.add(fault.id()), fault.id()));
    var unknown = new TreeSet<>(TaggedTests.ofAllModules().keySet());
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown);
  }

  /** The crash points K1 to K16 are one entry of the catalogue of 203. */
  @Test
  void theCatalogueIsWhole() throws IOException {
    assertEquals(203 + 15, faults().size());
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    int beginning = page.indexOf(BEGINNING);
    assertTrue(beginning > 0, "no " + BEGINNING);
    String wanted = page.substring(0, beginning) + BEGINNING + table();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, wanted);
    }
    assertEquals(wanted, Files.readString(PAGE), "run it once with -Dgolden.update=true");
  }

  private static String table() throws IOException {
    SortedMap<String, Set<String>> tests = TaggedTests.ofAllModules();
    var page = new StringBuilder();
    for (String line : lines()) {
      if (line.startsWith("# ")) {
        page.append("\n### ").append(line.substring(2)).append("\n\n");
        page.append("| | fault | shown by |\n|---|---|---|\n");
      } else {
        Fault fault = fault(line);
        String shown =
            fault.reason().isEmpty()
                ? String.join("<br>", tests.getOrDefault(fault.id(), Set.of()))
                : "*no test:* " + fault.reason();
        page.append("| %s | %s | %s |%n".formatted(fault.id(), fault.words(), shown));
      }
    }
    return page.toString();
  }
}
