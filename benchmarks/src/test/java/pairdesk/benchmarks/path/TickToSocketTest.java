package pairdesk.benchmarks.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TickToSocketTest {
  @Test
  void everyPathSendsTwoOrdersForEachTick() {
    List<String> table = TickToSocket.run(2, 1).lines().toList();
    assertEquals(
        List.of("desk", "plain", "desk, committed", "plain, committed"),
        table.stream().skip(2).map(row -> row.split("\\|")[1].trim()).toList());
  }
}
