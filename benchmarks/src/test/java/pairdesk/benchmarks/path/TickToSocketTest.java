package pairdesk.benchmarks.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TickToSocketTest {
  @Test
  void everyPathSendsTwoOrdersForEachTick() {
    List<String> tables =
        List.of(TickToSocket.run(new TickToSocket.Length(1, 2, 2, 0)).split("\n\n"));
    assertEquals(
        List.of(
            "in a row, desk",
            "in a row, plain",
            "in a row, desk, committed",
            "in a row, plain, committed",
            "70 ms apart, desk",
            "70 ms apart, plain",
            "70 ms apart, desk, committed",
            "70 ms apart, plain, committed"),
        rows(tables.getFirst(), 2));
    assertEquals(
        List.of(
            "in a row, desk",
            "in a row, desk, committed",
            "70 ms apart, desk",
            "70 ms apart, desk, committed"),
        rows(tables.getLast(), 2));
  }

  @Test
  void firstOrdersAreThoseOfNewProcesses() {
    String table = FirstOrders.run(1, new FirstOrder.Length(2, 1, 1));
    assertEquals(List.of("has traded nothing", "has rehearsed 2 orders"), rows(table, 1));
  }

  /** Its first cells, without the head. */
  private static List<String> rows(String table, int cells) {
    return table
        .lines()
        .skip(2)
        .map(row -> List.of(row.split("\\|", -1)).subList(1, 1 + cells))
        .map(row -> String.join(", ", row.stream().map(String::trim).toList()))
        .toList();
  }
}
