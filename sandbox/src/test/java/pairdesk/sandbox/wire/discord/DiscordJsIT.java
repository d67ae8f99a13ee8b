package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.NodeRun;

/**
 * discord.js, a client in another language, against the same server, and every exchanged body
 * against Discord's own API description where that is at hand.
 */
class DiscordJsIT {
  private static final String DESCRIPTION = "data/specs/discord-openapi-v10.json";

  @Test
  void discordJsDoesWhatAConsoleDoes() throws IOException, InterruptedException {
    NodeRun node = NodeRun.withPackages("discord-smoke");
    try (DiscordFront front =
        DiscordFront.start(DiscordOptions.usual(0, InstantSource.system(), new Random(3)))) {
      List<String> command = new ArrayList<>(List.of("node", "smoke.mjs", front.apiBase()));
      Path description = Path.of(System.getProperty("pairdesk.shared", "."), DESCRIPTION);
      boolean checked = Files.exists(description);
      if (checked) {
        command.add(description.toString());
      }
      String output = node.run(command, Map.of("DISCORD_TOKEN", front.botToken()));
      assertTrue(output.contains("ok: opens a form and reads it"), output);
      assertTrue(!checked || output.contains("bodies fit Discord's API description"), output);
    }
  }
}
