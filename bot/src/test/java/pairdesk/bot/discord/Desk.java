package pairdesk.bot.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import pairdesk.bot.access.Access;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Places;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.sandbox.wire.discord.DiscordDirectory;
import pairdesk.sandbox.wire.discord.DiscordFront;
import pairdesk.sandbox.wire.discord.DiscordOptions;
import pairdesk.venues.net.Secret;

/** The console's commands behind the real bot in a local Discord. */
final class Desk implements AutoCloseable {
  static final Places PLACES =
      new Places(
          Long.toString(DiscordDirectory.DESK_CHANNEL),
          Long.toString(DiscordDirectory.AUDIT_CHANNEL));

  final Scene scene = new Scene();
  final DiscordFront front =
      DiscordFront.start(DiscordOptions.usual(0, Clock.systemUTC(), new Random(1)));
  final Late messenger = new Late();
  final Console console = scene.console(access(), messenger, PLACES);
  DiscordBot bot;

  Desk() throws InterruptedException {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain @everyone?", "Pays if it rains."));
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    this.bot = start();
  }

  private static Access access() {
    return new Access(
        Long.toString(DiscordDirectory.GUILD),
        Set.of(PLACES.deskChannel()),
        Map.of(
            Long.toString(DiscordDirectory.VIEWER_ROLE), Role.VIEWER,
            Long.toString(DiscordDirectory.OPERATOR_ROLE), Role.OPERATOR,
            Long.toString(DiscordDirectory.ADMIN_ROLE), Role.ADMIN));
  }

  private DiscordBot start() throws InterruptedException {
    DiscordBot started =
        DiscordBot.start(
            new DiscordSettings(
                Secret.of(front.botToken()),
                front.apiBase(),
                Long.toString(DiscordDirectory.GUILD)),
            console,
            new AnswerTimes(InstantSource.system(), (_, _, _) -> {}));
    messenger.real = started;
    started.readMissedReactions();
    return started;
  }

  /** The bot leaves; the desk goes on. */
  void away() {
    bot.close();
  }

  void back() throws InterruptedException {
    bot = start();
  }

  Person person(String name) {
    return new Person(front.pageUrl(), name);
  }

  /** Has the local Discord misbehave. */
  void fault(String kind, Map<String, ?> more) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("fault", kind);
    more.forEach((name, value) -> body.putPOJO(name, value));
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(front.pageUrl() + "control/discord"))
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    bot.close();
    front.close();
    scene.close();
  }
}
