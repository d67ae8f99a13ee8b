package pairdesk.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import pairdesk.bot.access.Access;
import pairdesk.bot.access.Role;
import pairdesk.bot.command.Commands;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.discord.AnswerTimes;
import pairdesk.bot.discord.DiscordBot;
import pairdesk.bot.discord.DiscordSettings;
import pairdesk.bot.review.Actions;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.persistence.Database;
import pairdesk.persistence.EmbeddedDatabase;
import pairdesk.sandbox.wire.discord.DiscordDirectory;
import pairdesk.sandbox.wire.discord.DiscordFront;
import pairdesk.sandbox.wire.discord.DiscordOptions;
import pairdesk.venues.net.Secret;

/** The desk's console in a local Discord, over an engine and a PostgreSQL of its own. */
final class MadeConsole implements AutoCloseable {
  private static final String GUILD = Long.toString(DiscordDirectory.GUILD);
  private static final String CHANNEL = Long.toString(DiscordDirectory.DESK_CHANNEL);

  private final EmbeddedDatabase server;
  private final Database database;
  private final DiscordFront discord;
  private final DiscordBot bot;

  MadeConsole(EngineLoop loop, Path folder) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    this.server = EmbeddedDatabase.start(folder);
    this.database = Database.open(server.url());
    this.discord = DiscordFront.start(DiscordOptions.usual(0, clock, new Random(1)));
    Desk desk = LoadedDesk.of(loop, database, clock);
    var places = new Places(CHANNEL, "");
    var console =
        new Console(
            new Console.Parts(
                new Access(
                    GUILD,
                    Set.of(CHANNEL),
                    Map.of(Long.toString(DiscordDirectory.ADMIN_ROLE), Role.ADMIN)),
                Commands.all(desk, QuietParts.MATCHES, QuietParts.MESSENGER, places),
                Actions.all(desk, QuietParts.MESSENGER, places),
                QuietParts.REACTIONS,
                QuietParts.REFUSALS,
                () -> "Pairdesk"));
    this.bot =
        DiscordBot.start(
            new DiscordSettings(Secret.of(discord.botToken()), discord.apiBase(), GUILD),
            console,
            new AnswerTimes(clock, (way, command, took) -> {}));
  }

  /** Address of the local Discord's people. */
  String page() {
    return discord.pageUrl();
  }

  @Override
  public void close() {
    bot.close();
    discord.close();
    database.close();
    server.close();
  }
}
