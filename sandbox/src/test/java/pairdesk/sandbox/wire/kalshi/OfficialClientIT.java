package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.wire.NodeRun;

/**
 * Kalshi's own client, unmodified: every answer is checked against the types that it declares, and
 * what it says against the sandbox's truth.
 */
class OfficialClientIT {
  @Test
  void theOfficialClientTradesHere() throws IOException, InterruptedException {
    NodeRun node = NodeRun.withPackages("kalshi-official");
    try (var sandbox = Sandbox.start(SandboxOptions.seeded(5), InstantSource.system())) {
      String output =
          node.run(
              List.of("node", "trade.mjs", sandbox.kalshi().restUrl(), sandbox.controlUrl()),
              Map.of(
                  "KALSHI_KEY", sandbox.credentials().kalshiKeyId(),
                  "KALSHI_PEM", sandbox.credentials().kalshiPem()));
      assertTrue(
          output.contains("ok: is refused once a byte of what it signed is another"), output);
    }
  }
}
