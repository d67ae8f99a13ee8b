package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.bot.scene.Scene;
import pairdesk.sandbox.demo.Patience;
import pairdesk.sandbox.wire.discord.DiscordFront;
import pairdesk.sandbox.wire.discord.DiscordOptions;
import pairdesk.venues.net.Secret;

/** The bot cannot do its work: it is tried again and again, so that nothing of it may stay. */
class RefusedStartTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ANOTHER_GUILD = "1180000000000000999";

  @Test
  void noSessionStaysOpenWhereTheBotIsNoMember() {
    try (Scene scene = new Scene();
        DiscordFront front =
            DiscordFront.start(DiscordOptions.usual(0, Clock.systemUTC(), new Random(1)))) {
      var settings =
          new DiscordSettings(Secret.of(front.botToken()), front.apiBase(), ANOTHER_GUILD);
      var times = new AnswerTimes(InstantSource.system(), (_, _, _) -> {});
      var refused =
          assertThrows(
              IllegalStateException.class, () -> DiscordBot.start(settings, scene.console, times));
      assertEquals(
          "the bot is no member of guild 1180000000000000999: correct DISCORD_GUILD_ID, or invite it"
              + " there",
          refused.getMessage());
      Patience.untilTrue("the session to end", LIMIT, () -> sessions() == 0);
    }
  }

  private static long sessions() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("MainWS"))
        .count();
  }
}
