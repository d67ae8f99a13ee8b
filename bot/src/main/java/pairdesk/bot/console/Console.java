package pairdesk.bot.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.access.Access;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.SlashCommand.Suggestion;

/**
 * The one door: every command, button, typed word, suggestion and reaction comes through here, is
 * authorised here, and whatever goes wrong behind it becomes an answer here.
 */
public final class Console {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final int MOST_SUGGESTIONS = 25;

  private final Access access;
  private final Map<String, SlashCommand> commands = new LinkedHashMap<>();
  private final Map<String, ButtonAction> actions = new LinkedHashMap<>();
  private final ReactionHandler reactions;
  private final Refusals refusals;
  private final Supplier<String> banner;

  /** What is done with a ✅ or ❌ by somebody who may. */
  public interface ReactionHandler {
    Role role();

    /** Whether this emoji on this message decides anything; all others are nobody's business. */
    boolean concerns(String messageId, String emoji);

    void reacted(Caller caller, String messageId, String emoji);

    /** Messages on which a reaction still decides: those given while nobody listened count too. */
    List<Awaiting> awaiting();
  }

  /**
   * A message that waits for a decision.
   *
   * @param emojis that decide, the more careful one first
   */
  public record Awaiting(String channel, String message, List<String> emojis) {}

  /** Told of everything that was refused, for the audit. */
  public interface Refusals {
    void refused(Caller caller, String what);

    /** Suggestions for a command: every key press asks for them, and none may wait for this. */
    void suggestionRefused(Caller caller, String command);
  }

  /** What the console is made of. */
  public record Parts(
      Access access,
      List<SlashCommand> commands,
      List<ButtonAction> actions,
      ReactionHandler reactions,
      Refusals refusals,
      Supplier<String> banner) {}

  public Console(Parts parts) {
    this.access = parts.access();
    this.reactions = parts.reactions();
    this.refusals = parts.refusals();
    this.banner = parts.banner();
    for (SlashCommand command : parts.commands()) {
      commands.put(command.spec().name(), command);
      if (command instanceof ButtonAction paging) {
        answers(paging);
      }
    }
    parts.actions().forEach(this::answers);
  }

  private void answers(ButtonAction action) {
    action.actions().forEach(name -> actions.put(name, action));
  }

  public List<CommandSpec> specs() {
    return commands.values().stream().map(SlashCommand::spec).toList();
  }

  /** Everything that buttons and forms do. */
  public Set<String> actions() {
    return Set.copyOf(actions.keySet());
  }

  /** How a command must be acknowledged, before it runs. */
  public Acknowledgement acknowledgement(Caller caller, String name, Map<String, String> options) {
    SlashCommand command = commands.get(name);
    if (command == null || !access.allows(caller, command.spec().role()) || command.isImmediate()) {
      return Acknowledgement.ANSWER_AT_ONCE;
    }
    return command.spec().audience(options) == Answer.Audience.CHANNEL
        ? Acknowledgement.DEFER_FOR_CHANNEL
        : Acknowledgement.DEFER_FOR_CALLER;
  }

  /** How a button must be acknowledged, before it runs. */
  public Answer.Audience audience(Caller caller, String id) {
    return ButtonId.parse(id)
        .map(ButtonId::action)
        .map(actions::get)
        .filter(action -> access.allows(caller, action.role()))
        .map(ButtonAction::audience)
        .orElse(Answer.Audience.CALLER);
  }

  /** What is told to the console's server within three seconds. */
  public enum Acknowledgement {
    ANSWER_AT_ONCE,
    DEFER_FOR_CALLER,
    DEFER_FOR_CHANNEL
  }

  /** Runs a command. */
  public Answer command(Caller caller, String name, Map<String, String> options) {
    SlashCommand command = commands.get(name);
    if (command == null) {
      return stamped(refusal(caller, "answer.noSuchCommand"));
    }
    Optional<Role> role = access.roleOf(caller).filter(r -> r.includes(command.spec().role()));
    if (role.isEmpty()) {
      return refuse(caller, "/" + name);
    }
    return guarded(
        caller,
        "/" + name,
        () -> {
          command.spec().check(options);
          return command.answer(new Input(caller, role.get(), options));
        });
  }

  /** Whether a button is answered at once, by a form; all others are acknowledged first. */
  public boolean opensForm(Caller caller, String id) {
    return ButtonId.parse(id)
        .filter(parsed -> {
          ButtonAction action = actions.get(parsed.action());
          return action != null && access.allows(caller, action.role()) && action.opensForm(parsed);
        })
        .isPresent();
  }

  /** A button was pressed, or a word typed into the form that it opened. */
  public Answer button(Caller caller, String id, String typed) {
    return button(caller, id, (action, parsed) -> action.pressed(caller, parsed, typed));
  }

  /** A form was sent. */
  public Answer form(Caller caller, String id, Map<String, String> lines) {
    return button(caller, id, (action, parsed) -> action.filled(caller, parsed, lines));
  }

  private Answer button(Caller caller, String id, BiFunction<ButtonAction, ButtonId, Answer> work) {
    Optional<ButtonId> parsed = ButtonId.parse(id);
    ButtonAction action = parsed.map(ButtonId::action).map(actions::get).orElse(null);
    if (parsed.isEmpty() || action == null) {
      return stamped(refusal(caller, "button.stale"));
    }
    boolean meant = !action.isPersonal() || Asked.isPutTo(caller, parsed.get());
    if (!meant || !access.allows(caller, action.role())) {
      return refuse(caller, id);
    }
    return guarded(caller, id, () -> work.apply(action, parsed.get()));
  }

  /** Suggestions while a person types; none for those who may not, which is written down later. */
  public List<Suggestion> suggest(Caller caller, String name, String option, String typed) {
    SlashCommand command = commands.get(name);
    if (command == null) {
      return List.of();
    }
    if (!access.allows(caller, command.spec().role())) {
      refusals.suggestionRefused(caller, name);
      return List.of();
    }
    try {
      return command.suggest(option, typed, caller.texts()).stream()
          .limit(MOST_SUGGESTIONS)
          .toList();
    } catch (RuntimeException e) { // typing goes on without suggestions
      LOG.atWarn().addKeyValue("what", "/" + name).setCause(e).log("no suggestions");
      return List.of();
    }
  }

  /** Somebody put an emoji on a message. */
  public void reaction(Caller caller, String messageId, String emoji) {
    if (caller.bot()) {
      return;
    }
    try {
      if (!reactions.concerns(messageId, emoji)) {
        return;
      }
      if (access.allows(caller, reactions.role())) {
        reactions.reacted(caller, messageId, emoji);
      } else {
        refusals.refused(caller, "reaction " + emoji + " on message " + messageId);
      }
    } catch (RuntimeException e) { // there is nobody to answer to: the card stays as it is
      LOG.atError().addKeyValue("message", messageId).setCause(e).log("a reaction failed");
    }
  }

  /** Messages on which a reaction still decides. */
  public List<Awaiting> awaiting() {
    return reactions.awaiting();
  }

  private Answer refuse(Caller caller, String what) {
    return guarded(
        caller,
        what,
        () -> {
          refusals.refused(caller, what);
          return refusal(caller, "answer.notAllowed");
        });
  }

  private Answer guarded(Caller caller, String what, Supplier<Answer> work) {
    try {
      return stamped(work.get());
    } catch (BadInput e) {
      return stamped(Answer.refusal(caller.texts(), e.in(caller.texts())));
    } catch (RuntimeException e) { // the console stays up whatever a command does
      String reference = Integer.toHexString(caller.event().hashCode());
      LOG.atError()
          .addKeyValue("what", what)
          .addKeyValue("ref", reference)
          .setCause(e)
          .log("a console request failed");
      return stamped(refusal(caller, "answer.failed", reference));
    }
  }

  private static Answer refusal(Caller caller, String key, Object... parts) {
    return Answer.refusal(caller.texts(), caller.texts().say(key, parts));
  }

  private Answer stamped(Answer answer) {
    return switch (answer) {
      case Answer.Reply reply -> stamped(reply);
      case Answer.Announced(var here, var everybody) ->
          new Answer.Announced(stamped(here), stamped(everybody));
      case Answer.AskWord _, Answer.Form _, Answer.Nothing _ -> answer;
    };
  }

  private Answer.Reply stamped(Answer.Reply reply) {
    return reply.card().footer().isEmpty()
        ? reply.with(reply.card().withFooter(banner.get()))
        : reply;
  }
}
