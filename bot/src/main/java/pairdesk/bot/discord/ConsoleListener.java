package pairdesk.bot.discord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Console;

/** Carries Discord's events to the console and its answers back. */
final class ConsoleListener extends ListenerAdapter {
  private static final String WORD = "word";

  private final Console console;

  ConsoleListener(Console console) {
    this.console = console;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Caller caller = caller(event);
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
      case Answer.AskWord ask -> event.replyModal(modal(ask)).queue();
      case Answer.Nothing() -> event.deferReply(true).queue();
    }
  }

  private void deferred(
      SlashCommandInteractionEvent event,
      Caller caller,
      Map<String, String> options,
      boolean forCaller) {
    event.deferReply(forCaller).queue();
    switch (console.command(caller, event.getName(), options)) {
      case Answer.Reply reply -> event.getHook().editOriginal(Rendered.edited(reply)).queue();
      case Answer.AskWord ask ->
          throw new IllegalStateException("a form cannot follow a deferred answer: " + ask.id());
      case Answer.Nothing() -> event.getHook().deleteOriginal().queue();
    }
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    Caller caller = caller(event);
    Answer.Audience audience = console.audience(caller, event.getComponentId());
    switch (audience) { // what it does may take longer than Discord waits
      case IN_PLACE -> event.deferEdit().queue();
      case CALLER -> event.deferReply(true).queue();
      case CHANNEL -> event.deferReply(false).queue();
    }
    switch (console.button(caller, event.getComponentId(), "")) {
      case Answer.Reply reply -> {
        if (audience == Answer.Audience.IN_PLACE && reply.audience() != audience) {
          followUp(event.getHook(), reply);
        } else {
          event.getHook().editOriginal(Rendered.edited(reply)).queue();
        }
      }
      case Answer.AskWord ask ->
          throw new IllegalStateException("a form cannot follow a deferred answer: " + ask.id());
      case Answer.Nothing() -> {
        if (audience != Answer.Audience.IN_PLACE) {
          event.getHook().deleteOriginal().queue();
        }
      }
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
    event.deferReply().queue(); // the word may ask venues, which takes longer than Discord waits
    var typed = event.getValue(WORD);
    switch (console.button(
        caller(event), event.getModalId(), typed == null ? "" : typed.getAsString())) {
      case Answer.Reply reply -> event.getHook().editOriginal(Rendered.edited(reply)).queue();
      case Answer.AskWord ask ->
          throw new IllegalStateException("a form cannot follow a form: " + ask.id());
      case Answer.Nothing() -> event.getHook().deleteOriginal().queue();
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    var focused = event.getFocusedOption();
    List<Command.Choice> choices =
        console
            .suggest(caller(event), event.getName(), focused.getName(), focused.getValue())
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
    Member member = event.getMember();
    User user = event.getUser();
    console.reaction(
        new Caller(
            event.getUserId(),
            user == null ? event.getUserId() : user.getName(),
            roles(member),
            new Caller.Place(event.getGuild().getId(), event.getChannel().getId()),
            user == null || user.isBot(),
            String.join(
                ":",
                "reaction",
                event.getMessageId(),
                event.getUserId(),
                event.getEmoji().getName())),
        event.getMessageId(),
        event.getEmoji().getName());
  }

  private static void replyTo(IReplyCallback event, Answer.Reply reply) {
    event
        .reply(Rendered.created(reply))
        .setEphemeral(reply.audience() == Answer.Audience.CALLER)
        .queue();
  }

  private static Modal modal(Answer.AskWord ask) {
    var input =
        TextInput.create(WORD, TextInputStyle.SHORT).setPlaceholder(ask.word()).setRequired(true);
    return Modal.create(ask.id().text(), ask.title())
        .addComponents(Label.of(ask.label(), input.build()))
        .build();
  }

  private static Caller caller(Interaction event) {
    var guild = event.getGuild();
    return new Caller(
        event.getUser().getId(),
        event.getUser().getName(),
        roles(event.getMember()),
        new Caller.Place(
            guild == null ? "" : guild.getId(), String.valueOf(event.getChannelIdLong())),
        event.getUser().isBot(),
        event.getId());
  }

  private static Set<String> roles(@Nullable Member member) {
    return member == null
        ? Set.of()
        : member.getRoles().stream().map(ISnowflake::getId).collect(Collectors.toSet());
  }
}
