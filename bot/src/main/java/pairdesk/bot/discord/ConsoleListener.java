package pairdesk.bot.discord;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Console;
import pairdesk.bot.discord.AnswerTimes.Way;

/** Carries Discord's events to the console and its answers back. */
final class ConsoleListener extends ListenerAdapter {
  private final Console console;
  private final AnswerTimes times;
  private final Once once = new Once();

  ConsoleListener(Console console, AnswerTimes times) {
    this.console = console;
    this.times = times;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    if (!once.isFirst(event.getId())) {
      return;
    }
    Consumer<Object> answered = times.begin(Way.COMMAND, event.getName());
    Caller caller = Callers.of(event);
    Map<String, String> options =
        event.getOptions().stream()
            .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString));
    switch (console.acknowledgement(caller, event.getName(), options)) {
      case ANSWER_AT_ONCE ->
          atOnce(event, console.command(caller, event.getName(), options), answered);
      case DEFER_FOR_CALLER -> deferred(event, caller, options, true, answered);
      case DEFER_FOR_CHANNEL -> deferred(event, caller, options, false, answered);
    }
  }

  private static void atOnce(
      SlashCommandInteractionEvent event, Answer answer, Consumer<Object> answered) {
    switch (answer) {
      case Answer.Reply reply -> replyTo(event, reply, answered);
      case Answer.Announced(_, var everybody) -> replyTo(event, everybody, answered);
      case Answer.AskWord ask -> event.replyModal(Forms.of(ask)).queue(answered);
      case Answer.Form form -> event.replyModal(Forms.of(form)).queue(answered);
      case Answer.Nothing() -> event.deferReply(true).queue(answered);
    }
  }

  private void deferred(
      SlashCommandInteractionEvent event,
      Caller caller,
      Map<String, String> options,
      boolean forCaller,
      Consumer<Object> answered) {
    event.deferReply(forCaller).queue(answered);
    finish(event.getHook(), false, console.command(caller, event.getName(), options));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    pressed(event, event.getComponentId());
  }

  /** Every choice of a menu stands for a button. */
  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    pressed(event, event.getValues().getFirst());
  }

  private void pressed(GenericComponentInteractionCreateEvent event, String id) {
    if (!once.isFirst(event.getId())) {
      return;
    }
    Consumer<Object> answered = times.begin(Way.BUTTON, action(id));
    Caller caller = Callers.of(event);
    if (console.opensForm(caller, id)) {
      opened(event, console.button(caller, id, ""), answered);
      return;
    }
    Answer.Audience audience = console.audience(caller, id);
    switch (audience) { // what it does may take longer than Discord waits
      case IN_PLACE -> event.deferEdit().queue(answered);
      case CALLER -> event.deferReply(true).queue(answered);
      case CHANNEL -> event.deferReply(false).queue(answered);
    }
    boolean inPlace = audience == Answer.Audience.IN_PLACE;
    finish(event.getHook(), inPlace, console.button(caller, id, ""));
  }

  /**
   * @param inPlace whether the acknowledgement promised to replace the message that was clicked
   */
  private static void finish(InteractionHook hook, boolean inPlace, Answer answer) {
    switch (answer) {
      case Answer.Reply reply -> {
        if (inPlace && reply.audience() != Answer.Audience.IN_PLACE) {
          followUp(hook, reply);
        } else {
          hook.editOriginal(Rendered.edited(reply)).queue();
        }
      }
      case Answer.Announced(var here, var everybody) -> {
        hook.editOriginal(Rendered.edited(here)).queue();
        followUp(hook, everybody);
      }
      case Answer.AskWord ask -> throw Forms.tooLate(ask.id());
      case Answer.Form form -> throw Forms.tooLate(form.id());
      case Answer.Nothing() -> {
        if (!inPlace) {
          hook.deleteOriginal().queue();
        }
      }
    }
  }

  /** A form can only be the first answer. */
  private static void opened(
      GenericComponentInteractionCreateEvent event, Answer answer, Consumer<Object> answered) {
    switch (answer) {
      case Answer.Form form -> event.replyModal(Forms.of(form)).queue(answered);
      case Answer.AskWord ask -> event.replyModal(Forms.of(ask)).queue(answered);
      case Answer.Reply reply -> replyTo(event, reply, answered);
      case Answer.Announced(_, var everybody) -> replyTo(event, everybody, answered);
      case Answer.Nothing() -> event.deferEdit().queue(answered);
    }
  }

  /** Which of ours it is; a label of figures must not come from outside. */
  private String action(String id) {
    return ButtonId.parse(id)
        .map(ButtonId::action)
        .filter(console.actions()::contains)
        .orElse("unknown");
  }

  /** Beside the message that was clicked, which stays as it is. */
  private static void followUp(InteractionHook hook, Answer.Reply reply) {
    hook.sendMessage(Rendered.created(reply))
        .setEphemeral(reply.audience() == Answer.Audience.CALLER)
        .queue();
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (!once.isFirst(event.getId())) {
      return;
    }
    Consumer<Object> answered = times.begin(Way.FORM, action(event.getModalId()));
    Caller caller = Callers.of(event);
    Answer.Audience audience = console.audience(caller, event.getModalId());
    boolean inPlace = audience == Answer.Audience.IN_PLACE && event.getMessage() != null;
    if (inPlace) { // what it does may ask venues, which takes longer than Discord waits
      event.deferEdit().queue(answered);
    } else {
      event.deferReply(audience == Answer.Audience.CALLER).queue(answered);
    }
    finish(
        event.getHook(),
        inPlace,
        console.form(caller, event.getModalId(), Forms.lines(event.getValues())));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    Consumer<Object> answered = times.begin(Way.SUGGESTION, event.getName());
    var focused = event.getFocusedOption();
    List<Command.Choice> choices =
        console
            .suggest(Callers.of(event), event.getName(), focused.getName(), focused.getValue())
            .stream()
            .map(s -> new Command.Choice(s.label(), s.value()))
            .toList();
    event.replyChoices(choices).queue(answered);
  }

  @Override
  public void onMessageReactionAdd(MessageReactionAddEvent event) {
    boolean ours = event.getUserId().equals(event.getJDA().getSelfUser().getId());
    if (ours || !event.isFromGuild()) {
      return;
    }
    console.reaction(Callers.of(event), event.getMessageId(), event.getEmoji().getName());
  }

  private static void replyTo(IReplyCallback event, Answer.Reply reply, Consumer<Object> answered) {
    event
        .reply(Rendered.created(reply))
        .setEphemeral(reply.audience() == Answer.Audience.CALLER)
        .queue(answered);
  }
}
