package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.bot.wire.DiscordContract;
import pairdesk.bot.wire.DiscordTap;
import pairdesk.bot.wire.KnownDifferences;
import pairdesk.sandbox.demo.ChatUser;
import pairdesk.sandbox.demo.DemoFailure;

/**
 * A person uses everything that the bot offers, while it trades: whatever it and the local Discord
 * say to each other is as Discord's own description has it.
 */
class DiscordContractIT {
  private static final String CHANNEL = "desk";
  private static final String WORD = "LIVE";
  private static final int BUTTON = 2;
  private static final int MENU = 3;
  private static final int PRESSES = 60;
  private static final Pattern GONE =
      Pattern.compile("is disabled|no such component|no such message");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Set<String> pressed = new HashSet<>();

  @Test
  void everythingSaidIsAsDiscordDescribesIt() throws IOException {
    Path description =
        Path.of(System.getProperty("pairdesk.shared", "../../shared"))
            .resolve("data/specs/discord-openapi-v10.json");
    assumeTrue(
        Files.exists(description),
        () -> "LEFT OUT: Discord's description is not at " + description.toAbsolutePath());
    var contract = new DiscordContract(description);
    var taps = new AtomicReference<DiscordTap>();
    try (Rig rig = Rig.tapped(folder, base -> tap(base, taps));
        DiscordTap tap = taps.get()) {
      trade(rig);
      useEverything(rig.admin());
      pressEverything(rig.admin());
      chooseEverything(rig.admin());
      List<String> problems = tap.exchanges().stream().flatMap(contract::problems).toList();
      assertEquals(List.of(), KnownDifferences.shipped().judge(problems));
      assertMuchWasSaid(tap);
    }
  }

  private static DiscordTap tap(String base, AtomicReference<DiscordTap> taps) {
    try {
      var tap = new DiscordTap(base);
      taps.set(tap);
      return tap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void trade(Rig rig) {
    Rig.Watched pair = rig.approvePair();
    rig.goLive();
    pair.openGap();
    pair.awaitExecution("COMPLETE");
    pair.closeGap();
  }

  private static void useEverything(ChatUser person) {
    for (JsonNode command : person.commands()) {
      String name = command.path("name").asText();
      var options = new LinkedHashMap<String, Object>();
      for (JsonNode option : command.path("options")) {
        if (option.path("autocomplete").asBoolean()) {
          person.suggestions(CHANNEL, name, option.path("name").asText());
        }
        if (option.path("required").asBoolean()) {
          options.put(option.path("name").asText(), value(option));
        }
      }
      person.commandOrForm(CHANNEL, name, options, WORD);
    }
  }

  /** The first choice there is, or a value of the option's type. */
  private static Object value(JsonNode option) {
    JsonNode choices = option.path("choices");
    if (!choices.isEmpty()) {
      return choices.get(0).path("value").asText();
    }
    boolean number = Set.of("4", "10", "integer", "number").contains(option.path("type").asText());
    return number ? Math.max(1, option.path("min_value").asInt(1)) : "1";
  }

  private void pressEverything(ChatUser person) {
    for (int press = 0; press < PRESSES; press++) {
      Optional<Map.Entry<String, String>> next = nextButton(person);
      if (next.isEmpty()) {
        return;
      }
      pressed.add(next.get().getValue());
      press(person, next.get().getKey(), next.get().getValue());
    }
  }

  /** What went away between a look and a press is passed over, as a person would. */
  private static void press(ChatUser person, String message, String button) {
    try {
      person.press(message, button, WORD);
    } catch (DemoFailure e) {
      assertTrue(GONE.matcher(String.valueOf(e.getMessage())).find(), e::toString);
    }
  }

  /** A message and a button of it that was not pressed yet. */
  private Optional<Map.Entry<String, String>> nextButton(ChatUser person) {
    return person.seen(_ -> true).stream()
        .flatMap(message ->
            buttons(message).stream()
                .filter(button -> !pressed.contains(button))
                .map(button -> Map.entry(message.path("id").asText(), button)))
        .findFirst();
  }

  private static List<String> buttons(JsonNode message) {
    return components(message, BUTTON).stream()
        .map(component -> component.path("custom_id").asText())
        .toList();
  }

  private static List<JsonNode> components(JsonNode message, int type) {
    return message.findParents("custom_id").stream()
        .filter(component -> component.path("type").asInt() == type)
        .filter(component -> !component.path("disabled").asBoolean())
        .toList();
  }

  /** The first choice of every menu. */
  private static void chooseEverything(ChatUser person) {
    for (JsonNode message : person.seen(_ -> true)) {
      for (JsonNode menu : components(message, MENU)) {
        person.choose(
            message.path("id").asText(),
            menu.path("custom_id").asText(),
            menu.path("options").path(0).path("value").asText());
      }
    }
  }

  /** Answers, late answers, messages, edits, reactions and the commands were among it. */
  private static void assertMuchWasSaid(DiscordTap tap) {
    Set<String> said =
        tap.exchanges().stream()
            .map(seen -> seen.method() + " " + seen.path().replaceAll("/[^/]*[0-9][^/]*", "/*"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String wanted :
        List.of(
            "PUT /applications/*/guilds/*/commands",
            "POST /interactions/*/*/callback",
            "PATCH /webhooks/*/*/messages/@original",
            "POST /channels/*/messages",
            "PATCH /channels/*/messages/*",
            "PUT /channels/*/messages/*/reactions/*/@me")) {
      assertTrue(said.contains(wanted), () -> "never said: " + wanted + " among " + said);
    }
  }
}
