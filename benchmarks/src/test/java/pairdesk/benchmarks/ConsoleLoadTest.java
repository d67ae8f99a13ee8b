package pairdesk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A little of it: commands are answered and the engine is measured, whatever the times are. */
class ConsoleLoadTest {
  @Test
  void everyCommandIsAnsweredWhileTheEngineTicks() throws IOException, InterruptedException {
    var load = new ConsoleLoad.Load(4, Duration.ofSeconds(1), Duration.ofSeconds(1));
    List<String> lines = ConsoleLoad.run(load).lines().toList();
    assertEquals(6, lines.size(), lines::toString);
    assertTrue(lines.get(2).matches("engine with 4 commands a second: [1-9].* times: .*"));
    assertTrue(
        lines.get(4).startsWith("first answer to a command: 4 times: p50 "), lines::toString);
    assertEquals("commands without an answer: 0", lines.get(5));
  }
}
