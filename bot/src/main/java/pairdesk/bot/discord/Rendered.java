package pairdesk.bot.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Menu;
import pairdesk.bot.console.Picture;

/** A reply of ours as JDA's objects. */
final class Rendered {
  private static final int BUTTONS_IN_ROW = 5;
  private static final int ROWS = 5;

  private Rendered() {}

  static MessageCreateData created(Answer.Reply reply) {
    if (!reply.card().entries().isEmpty()) {
      return new MessageCreateBuilder()
          .useComponentsV2()
          .setComponents(Sectioned.of(reply))
          .setFiles(files(reply))
          .build();
    }
    return new MessageCreateBuilder()
        .setEmbeds(embed(reply.card()))
        .setComponents(rows(reply))
        .setFiles(files(reply))
        .build();
  }

  static MessageEditData edited(Answer.Reply reply) {
    if (!reply.card().entries().isEmpty()) {
      return new MessageEditBuilder()
          .setReplace(true) // an older message may have an embed, which must not stand beside them
          .useComponentsV2()
          .setComponents(Sectioned.of(reply))
          .setFiles(files(reply))
          .build();
    }
    return new MessageEditBuilder()
        .setEmbeds(embed(reply.card()))
        .setComponents(rows(reply))
        .setFiles(files(reply))
        .build();
  }

  private static MessageEmbed embed(Card card) {
    var embed = new EmbedBuilder().setColor(card.tone().rgb()).setTitle(card.title());
    if (!card.text().isEmpty()) {
      embed.setDescription(card.text());
    }
    for (Card.Field field : card.fields()) {
      embed.addField(field.name(), field.value(), field.inline());
    }
    if (!card.footer().isEmpty()) {
      embed.setFooter(card.footer());
    }
    Picture picture = card.picture();
    if (picture != null) {
      embed.setImage("attachment://" + picture.fileName());
    }
    return embed.build();
  }

  private static List<FileUpload> files(Answer.Reply reply) {
    var files = new ArrayList<FileUpload>();
    Picture picture = reply.card().picture();
    if (picture != null) {
      files.add(
          FileUpload.fromData(picture.png(), picture.fileName())
              .setDescription(picture.alternative()));
    }
    reply.files().forEach(file -> files.add(FileUpload.fromData(file.content(), file.fileName())));
    return files;
  }

  static List<ActionRow> rows(Answer.Reply reply) {
    var rows = new ArrayList<ActionRow>();
    Menu menu = reply.menu();
    if (menu != null) {
      rows.add(ActionRow.of(menu(menu)));
    }
    List<Button> buttons = reply.buttons();
    for (int from = 0; from < buttons.size() && rows.size() < ROWS; from += BUTTONS_IN_ROW) {
      int to = Math.min(from + BUTTONS_IN_ROW, buttons.size());
      rows.add(ActionRow.of(buttons.subList(from, to).stream().map(Rendered::button).toList()));
    }
    return rows;
  }

  private static StringSelectMenu menu(Menu menu) {
    return StringSelectMenu.create(menu.id().text())
        .setPlaceholder(menu.hint())
        .addOptions(menu.choices().stream().map(Rendered::choice).toList())
        .build();
  }

  /** What is chosen says which button it stands for. */
  private static SelectOption choice(Menu.Choice choice) {
    SelectOption option = SelectOption.of(choice.label(), choice.id().text());
    return choice.note().isEmpty() ? option : option.withDescription(choice.note());
  }

  static net.dv8tion.jda.api.components.buttons.Button button(Button button) {
    return net.dv8tion.jda.api.components.buttons.Button.of(
            style(button.style()), button.id().text(), button.label())
        .withDisabled(!button.enabled());
  }

  private static ButtonStyle style(Button.Style style) {
    return switch (style) {
      case PRIMARY -> ButtonStyle.PRIMARY;
      case SECONDARY -> ButtonStyle.SECONDARY;
      case SUCCESS -> ButtonStyle.SUCCESS;
      case DANGER -> ButtonStyle.DANGER;
    };
  }
}
