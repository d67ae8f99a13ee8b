package pairdesk.bot.discord;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Console;

/** Carries Discord's events to the console and its answers back. */
final class ConsoleListener extends ListenerAdapter {
  private final Console console;
  private final Once once = new Once();

  ConsoleListener(Console console) {
    this.console = console;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    if (!once.isFirst(event.getId())) {
      return;
    }
    Caller caller = Callers.of(event);
    Map<String, String> options =
        event.getOptions().stream()
            .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString));
    switch (console.acknowledgement(caller, event.getName())) {
      case ANSWER_AT_ONCE -> atOnce(event, caller, options);
      case DEFER_FOR_CALLER -> deferred(event, caller, options, true);
      case DEFER_FOR_CHANNEL -> deferred(event, caller, options, false);
    }
  }

  private void atOnce(
      SlashCommandInteractionEvent event, Caller caller, Map<String, String> options) {
    switch (console.command(caller, event.getName(), options)) {
      case Answer.Reply reply -> replyTo(event, reply);
      case Answer.AskWord ask -> event.replyModal(Forms.of(ask)).queue();
      case Answer.Form form -> event.replyModal(Forms.of(form)).queue();
      case Answer.Nothing() -> event.deferReply(true).queue();
    }
  }

  private void deferred(
      SlashCommandInteractionEvent event,
      Caller caller,
      Map<String, String> options,
      boolean forCaller) {
    event.deferReply(forCaller).queue();
    finish(event.getHook(), false, console.command(caller, event.getName(), options));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    if (!once.isFirst(event.getId())) {
      return;
    }
    Caller caller = Callers.of(event);
    if (console.opensForm(caller, event.getComponentId())) {
      opened(event, caller);
      return;
    }
    Answer.Audience audience = console.audience(caller, event.getComponentId());
    switch (audience) { // what it does may take longer than Discord waits
      case IN_PLACE -> event.deferEdit().queue();
      case CALLER -> event.deferReply(true).queue();
      case CHANNEL -> event.deferReply(false).queue();
    }
    boolean inPlace = audience == Answer.Audience.IN_PLACE;
    finish(event.getHook(), inPlace, console.button(caller, event.getComponentId(), ""));
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
  private void opened(ButtonInteractionEvent event, Caller caller) {
    switch (console.button(caller, event.getComponentId(), "")) {
      case Answer.Form form -> event.replyModal(Forms.of(form)).queue();
      case Answer.AskWord ask -> event.replyModal(Forms.of(ask)).queue();
      case Answer.Reply reply -> replyTo(event, reply);
      case Answer.Nothing() -> event.deferEdit().queue();
    }
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
    Caller caller = Callers.of(event);
    Answer.Audience audience = console.audience(caller, event.getModalId());
    boolean inPlace = audience == Answer.Audience.IN_PLACE && event.getMessage() != null;
    if (inPlace) { // what it does may ask venues, which takes longer than Discord waits
      event.deferEdit().queue();
    } else {
      event.deferReply(audience == Answer.Audience.CALLER).queue();
    }
    finish(
        event.getHook(),
        inPlace,
        console.form(caller, event.getModalId(), Forms.lines(event.getValues())));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    var focused = event.getFocusedOption();
    List<Command.Choice> choices =
        console
            .suggest(Callers.of(event), event.getName(), focused.getName(), focused.getValue())
            .stream()
            .map(s -> new Command.Choice(s.label(), s.value()))
            .toList();
    event.replyChoices(choices).queue();
  }

  @Override
  public void onMessageReactionAdd(MessageReactionAddEvent event) {
    boolean ours = event.getUserId().equals(event.getJDA().getSelfUser().getId());
    if (ours || !event.isFromGuild()) {
      return;
    }
    console.reaction(Callers.of(event), event.getMessageId(), event.getEmoji().getName());
  }

  private static void replyTo(IReplyCallback event, Answer.Reply reply) {
    event
        .reply(Rendered.created(reply))
        .setEphemeral(reply.audience() == Answer.Audience.CALLER)
        .queue();
  }
}
