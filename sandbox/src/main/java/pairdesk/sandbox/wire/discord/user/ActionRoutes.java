package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pairdesk.sandbox.wire.discord.command.CommandBook;
import pairdesk.sandbox.wire.discord.http.Reply;
import pairdesk.sandbox.wire.discord.http.Turn;
import pairdesk.sandbox.wire.discord.interaction.Cause;
import pairdesk.sandbox.wire.discord.interaction.Interaction;
import pairdesk.sandbox.wire.discord.interaction.Interaction.Caller;
import pairdesk.sandbox.wire.discord.interaction.Interactions;
import pairdesk.sandbox.wire.discord.interaction.Payloads;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.user.UserRoutes.UserCall;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Message;

/** What becomes an interaction: commands, suggestions, buttons and selects, forms. */
public final class ActionRoutes {
  private final Guild guild;
  private final Board board;
  private final Interactions interactions;
  private final Payloads payloads;
  private final CommandFilling filling;
  private final Turn turn;

  /** What people act on. */
  public record Parts(Guild guild, Board board, CommandBook commands) {}

  public ActionRoutes(Parts parts, Interactions interactions, Payloads payloads, Turn turn) {
    this.guild = parts.guild();
    this.board = parts.board();
    this.interactions = interactions;
    this.payloads = payloads;
    this.filling = new CommandFilling(guild, parts.commands());
    this.turn = turn;
  }

  public void register(UserRoutes routes) {
    routes.on(HandlerType.GET, "/commands", this::commands);
    routes.on(HandlerType.POST, "/commands", this::invoke);
    routes.waiting(HandlerType.POST, "/autocomplete", this::suggest);
    routes.on(HandlerType.POST, "/components", this::press);
    routes.on(HandlerType.POST, "/modals", this::submit);
    routes.on(HandlerType.GET, "/interactions/{interaction}", this::state);
  }

  private Reply commands(UserCall user) {
    return Reply.ok(
        Json.array(filling.offered(user.member()).stream().map(Leaf::described).toList()));
  }

  private Reply invoke(UserCall user) {
    Fields fields = new Fields(user.call().object());
    Caller caller = new Caller(user.member(), channel(fields));
    Leaf leaf = filling.leaf(user.member(), caller.channel(), fields.text("name"));
    ObjectNode data = filling.invocation(leaf, fields.object("options"));
    return raised(interactions.raise(new Cause.Invoked(leaf.fullName()), caller, payloads, data));
  }

  private Reply suggest(UserCall user) {
    Fields fields = new Fields(user.call().object());
    CompletableFuture<ArrayNode> suggestions = new CompletableFuture<>();
    turn.run(() -> {
      Caller caller = new Caller(user.member(), channel(fields));
      Leaf leaf = filling.leaf(user.member(), caller.channel(), fields.text("name"));
      ObjectNode data = filling.partial(leaf, fields.object("options"), fields.text("focused"));
      interactions.raise(new Cause.Typing(suggestions), caller, payloads, data);
    });
    ObjectNode answer = Json.object();
    answer.set("choices", await(suggestions));
    return Reply.ok(answer);
  }

  private Reply press(UserCall user) {
    Fields fields = new Fields(user.call().object());
    Message message =
        board
            .find(fields.id("message"))
            .filter(known -> known.isVisibleTo(user.member()))
            .orElseThrow(() -> UserError.unknown("message", "no such message"));
    ObjectNode data =
        new Pressing(guild)
            .data(message.content().components(), fields.text("custom_id"), fields.list("values"));
    Caller caller = new Caller(user.member(), message.channel());
    return raised(interactions.raise(new Cause.Pressed(message), caller, payloads, data));
  }

  private Reply submit(UserCall user) {
    Fields fields = new Fields(user.call().object());
    Interaction opener =
        interactions
            .find(fields.id("interaction_id"))
            .filter(known -> known.caller().member().equals(user.member()))
            .orElseThrow(() -> UserError.unknown("interaction_id", "no such interaction of yours"));
    if (!(opener.stage() instanceof Interaction.ModalShown shown)) {
      throw UserError.wrong("interaction_id", "this interaction has opened no form");
    }
    ObjectNode data = new ModalFilling(guild).data(shown.modal(), fields.object("values"));
    return raised(interactions.raise(new Cause.Submitted(opener), opener.caller(), payloads, data));
  }

  private Reply state(UserCall user) {
    return interactions
        .find(user.call().id("interaction"))
        .filter(known -> known.caller().member().equals(user.member()))
        .map(known -> Reply.ok(InteractionView.of(known)))
        .orElseThrow(() -> UserError.unknown("interaction", "no such interaction of yours"));
  }

  private Channel channel(Fields fields) {
    String named = fields.text("channel");
    return guild
        .channel(named)
        .orElseThrow(() -> UserError.unknown("channel", "no such channel: " + named));
  }

  private static Reply raised(Interaction interaction) {
    return Reply.ok(Json.object().put("interaction_id", interaction.id().toString()));
  }

  private static ArrayNode await(CompletableFuture<ArrayNode> suggestions) {
    try {
      return suggestions.get(Interactions.FIRST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw UserError.noAnswer("name");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.noAnswer("name");
    }
  }
}
