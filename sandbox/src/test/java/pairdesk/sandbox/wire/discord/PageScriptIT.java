package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.NodeRun;

/**
 * The page's command line, tested by Node's own runner: {@code node --test
 * sandbox/src/test/node/discord-page/}.
 */
class PageScriptIT {
  @Test
  void commandLineOfThePageReadsWhatIsTyped() throws IOException, InterruptedException {
    String output = NodeRun.in("discord-page").run(List.of("node", "--test", "."), Map.of());
    assertTrue(output.contains("pass 6"), output);
  }
}
