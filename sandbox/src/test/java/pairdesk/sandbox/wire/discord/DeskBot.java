package pairdesk.sandbox.wire.discord;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A small console written with JDA, as an independent client of the local Discord. */
final class DeskBot extends ListenerAdapter implements AutoCloseable {
  static final byte[] CHART = "not really a picture".getBytes(StandardCharsets.UTF_8);

  final BlockingQueue<String> reactions = new LinkedBlockingQueue<>();
  final ShardManager shards;

  DeskBot(DiscordFront front) {
    shards =
        DefaultShardManagerBuilder.createLight(
                front.botToken(),
                EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.GUILD_MESSAGE_REACTIONS))
            .setRestConfigProvider(_ -> new RestConfig().setBaseUrl(front.apiBase()))
            .setEnableShutdownHook(false)
            .addEventListeners(this)
            .build();
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    switch (event.getFullCommandName()) {
      case "find" ->
          event
              .deferReply()
              .queue(hook ->
                  hook.editOriginal(card(event.getOption("text", "", OptionMapping::getAsString)))
                      .queue());
      case "mode set" -> event.replyModal(reasonForm()).queue();
      case "secret" -> event.reply("for you only").setEphemeral(true).queue();
      case "chart" ->
          event
              .replyEmbeds(
                  new EmbedBuilder()
                      .setTitle("P&L")
                      .setColor(Color.GREEN)
                      .setImage("attachment://pnl.png")
                      .build())
              .addFiles(FileUpload.fromData(CHART, "pnl.png"))
              .queue();
      default -> throw new AssertionError("unexpected command " + event.getFullCommandName());
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    event.replyChoiceStrings(event.getFocusedOption().getValue() + " one", "two").queue();
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    event.editMessage("approved by " + event.getUser().getName()).setComponents().queue();
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    event.deferEdit().queue(hook -> hook.editOriginal("chosen " + event.getValues()).queue());
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    event
        .reply("because " + requireNonNull(event.getValue("reason")).getAsString())
        .setEphemeral(true)
        .queue();
  }

  @Override
  public void onMessageReactionAdd(MessageReactionAddEvent event) {
    reactions.add(
        requireNonNull(event.getMember()).getUser().getName()
            + " "
            + event.getReaction().getEmoji().getName());
  }

  @Override
  public void close() {
    shards.shutdown();
  }

  private static MessageEditData card(String text) {
    return new MessageEditBuilder()
        .setEmbeds(new EmbedBuilder().setTitle(text).addField("Edge", "0.0310", true).build())
        .setComponents(
            ActionRow.of(
                Button.success("v1:approve", "Approve"), Button.danger("v1:reject", "Reject")),
            ActionRow.of(
                StringSelectMenu.create("v1:pick").addOption("A", "a").addOption("B", "b").build()))
        .build();
  }

  private static Modal reasonForm() {
    TextInput input = TextInput.create("reason", TextInputStyle.SHORT).setMinLength(3).build();
    return Modal.create("v1:reason", "Why")
        .addComponents(List.of(Label.of("Reason", input)))
        .build();
  }

  static Emoji approve() {
    return Emoji.fromUnicode("✅");
  }
}
