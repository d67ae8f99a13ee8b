package pairdesk.sandbox.wire.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.form.CommandRules;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Form;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.protocol.Snowflakes;
import pairdesk.sandbox.wire.discord.world.Bulletin;
import pairdesk.sandbox.wire.discord.world.Happening;

/** Registered commands by scope. Registering a name again keeps its id. */
public final class CommandBook {
  private static final int COMMANDS_PER_SCOPE = 130;

  /** Where a command is known: everywhere, or in the guild. */
  public enum Scope {
    GLOBAL,
    GUILD
  }

  private final Map<Scope, List<Command>> commands =
      new EnumMap<>(Map.of(Scope.GLOBAL, List.of(), Scope.GUILD, List.of()));
  private final DailyCreates creates;
  private final Snowflakes ids;
  private final CommandJson json;
  private final Bulletin bulletin;

  public CommandBook(DailyCreates creates, Snowflakes ids, CommandJson json, Bulletin bulletin) {
    this.creates = creates;
    this.ids = ids;
    this.json = json;
    this.bulletin = bulletin;
  }

  public List<Command> all(Scope scope) {
    return commands.getOrDefault(scope, List.of());
  }

  /** Every slash command, the guild's own before global ones of the same name. */
  public List<Command> slashCommands() {
    List<Command> merged = new ArrayList<>(all(Scope.GUILD));
    all(Scope.GLOBAL).stream()
        .filter(global -> merged.stream().noneMatch(global::isSameCommand))
        .forEach(merged::add);
    return merged.stream().filter(Command::isSlashCommand).toList();
  }

  public Command get(Scope scope, Snowflake id) {
    return all(scope).stream()
        .filter(command -> command.id().equals(id))
        .findFirst()
        .orElseThrow(ApiError::unknownCommand);
  }

  /** Replaces the whole scope. */
  public List<Command> replaceAll(Scope scope, JsonNode bodies) {
    FormErrors errors = new FormErrors();
    Form.of(bodies, errors).items(0, COMMANDS_PER_SCOPE).forEach(CommandRules::check);
    errors.refuseIfAny();
    List<Command> next = new ArrayList<>();
    for (JsonNode body : bodies) {
      Command command = define(scope, (ObjectNode) body);
      if (next.stream().anyMatch(command::isSameCommand)) {
        throw FormErrors.single(
            "name",
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique");
      }
      next.add(command);
    }
    store(scope, next);
    return next;
  }

  /** Creates a command or replaces the one of the same name. */
  public Command put(Scope scope, ObjectNode body) {
    checkOne(body);
    Command command = define(scope, body);
    store(
        scope,
        Stream.concat(
                all(scope).stream().filter(old -> !old.isSameCommand(command)), Stream.of(command))
            .toList());
    return command;
  }

  /** Changes the given fields of a command. */
  public Command patch(Scope scope, Snowflake id, ObjectNode changes) {
    Command before = get(scope, id);
    ObjectNode merged = before.json().deepCopy();
    merged.setAll(changes);
    checkOne(merged);
    Command after = new Command(id, json.complete(merged, id, ids.next(), scope));
    store(scope, all(scope).stream().map(old -> old.equals(before) ? after : old).toList());
    return after;
  }

  public void delete(Scope scope, Snowflake id) {
    Command gone = get(scope, id);
    store(scope, all(scope).stream().filter(old -> !old.equals(gone)).toList());
  }

  private static void checkOne(ObjectNode body) {
    FormErrors errors = new FormErrors();
    CommandRules.check(Form.of(body, errors));
    errors.refuseIfAny();
  }

  private Command define(Scope scope, ObjectNode body) {
    @Nullable Snowflake known = existing(scope, body).map(Command::id).orElse(null);
    if (known == null) {
      creates.count();
    }
    Snowflake id = known == null ? ids.next() : known;
    return new Command(id, json.complete(body, id, ids.next(), scope));
  }

  private Optional<Command> existing(Scope scope, ObjectNode body) {
    int type = body.path("type").asInt(1);
    return all(scope).stream()
        .filter(command ->
            command.name().equals(body.path("name").asText())
                && command.json().path("type").asInt() == type)
        .findFirst();
  }

  private void store(Scope scope, List<Command> next) {
    commands.put(scope, List.copyOf(next));
    bulletin.tell(new Happening.CommandsChanged());
  }
}
