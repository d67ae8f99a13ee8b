package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import pairdesk.sandbox.wire.discord.command.CommandBook;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Permission;

/** From a command's name and its options to the data of an interaction. */
final class CommandFilling {
  private final Guild guild;
  private final CommandBook book;

  CommandFilling(Guild guild, CommandBook book) {
    this.guild = guild;
    this.book = book;
  }

  /** Everything that this person is offered, subcommands one by one, by name. */
  List<Leaf> offered(Member member) {
    long permissions = guild.permissions(member);
    return book.slashCommands().stream()
        .filter(command -> command.isOfferedTo(permissions))
        .flatMap(command -> Leaf.of(command).stream())
        .sorted(Comparator.comparing(Leaf::fullName))
        .toList();
  }

  /** The leaf of this name, if the person may use it in the channel. */
  Leaf leaf(Member member, Channel channel, String name) {
    if (!guild.allows(member, channel, Permission.USE_APPLICATION_COMMANDS)) {
      throw UserError.forbidden("channel", "commands are not allowed in #" + channel.name());
    }
    return offered(member).stream()
        .filter(leaf -> leaf.fullName().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(member, name));
  }

  /** A complete invocation: all required options there, every value checked. */
  ObjectNode invocation(Leaf leaf, JsonNode options) {
    Resolver resolver = new Resolver(guild);
    OptionValue values = new OptionValue(resolver);
    ArrayNode filled = Json.array();
    for (JsonNode option : leaf.options().toList()) {
      String name = option.path("name").asText();
      if (Json.has(options, name)) {
        filled.add(entry(option).set("value", values.check(option, options.get(name))));
      } else if (option.path("required").asBoolean(false)) {
        throw UserError.wrong("options." + name, "is required");
      }
    }
    refuseUnknown(leaf, options);
    ObjectNode data = leaf.data(filled);
    if (!resolver.resolved().isEmpty()) {
      data.set("resolved", resolver.resolved());
    }
    return data;
  }

  /** What is typed so far: the focused option as it stands, others as far as they are valid. */
  ObjectNode partial(Leaf leaf, JsonNode options, String focused) {
    JsonNode wanted =
        leaf.option(focused)
            .orElseThrow(() -> UserError.wrong("focused", "no such option: " + focused));
    if (!wanted.path("autocomplete").asBoolean(false)) {
      throw UserError.wrong("focused", "this option has no suggestions");
    }
    OptionValue values = new OptionValue(new Resolver(guild));
    ArrayNode filled = Json.array();
    for (JsonNode option : leaf.options().toList()) {
      String name = option.path("name").asText();
      if (name.equals(focused)) {
        filled.add(entry(option).put("value", options.path(name).asText("")).put("focused", true));
      } else if (Json.has(options, name)) {
        addIfValid(filled, option, options.get(name), values);
      }
    }
    return leaf.data(filled);
  }

  private static void addIfValid(
      ArrayNode filled, JsonNode option, JsonNode typed, OptionValue values) {
    try {
      filled.add(entry(option).set("value", values.check(option, typed)));
    } catch (UserError e) {
      // Half typed: Discord leaves it out as well.
    }
  }

  private static ObjectNode entry(JsonNode option) {
    return Json.object()
        .put("name", option.path("name").asText())
        .put("type", option.path("type").asInt());
  }

  private static void refuseUnknown(Leaf leaf, JsonNode options) {
    options
        .fieldNames()
        .forEachRemaining(name -> {
          if (leaf.option(name).isEmpty()) {
            throw UserError.wrong("options." + name, "/" + leaf.fullName() + " has no such option");
          }
        });
  }

  private UserError unknown(Member member, String name) {
    List<String> longer =
        offered(member).stream()
            .map(Leaf::fullName)
            .filter(leaf -> leaf.startsWith(name + " "))
            .toList();
    return longer.isEmpty()
        ? UserError.unknown("name", "no command /" + name + " for " + member.name())
        : UserError.wrong("name", "choose one of " + String.join(", ", longer));
  }
}
