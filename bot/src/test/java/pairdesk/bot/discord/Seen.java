package pairdesk.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a person sees of a message or a form, as text. */
final class Seen {
  private Seen() {}

  static String text(JsonNode shown) {
    if (shown.path("embeds").isMissingNode()) {
      return "form: " + shown.path("title").asText() + "\n";
    }
    var text = new StringBuilder(shown.path("ephemeral").asBoolean() ? "(only you) " : "");
    text.append(shown.path("content").asText());
    for (JsonNode embed : shown.path("embeds")) {
      text.append("# ").append(embed.path("title").asText()).append('\n');
      if (embed.has("description")) {
        text.append(embed.path("description").asText()).append('\n');
      }
      for (JsonNode field : embed.path("fields")) {
        text.append("== ").append(field.path("name").asText()).append('\n');
        text.append(field.path("value").asText()).append('\n');
      }
      text.append("-- ").append(embed.path("footer").path("text").asText()).append('\n');
    }
    for (String part : shown.path("components").findValuesAsText("content")) {
      text.append(part).append('\n');
    }
    for (JsonNode file : shown.path("attachments")) {
      text.append("file: ").append(file.path("filename").asText()).append('\n');
    }
    List<String> buttons = buttons(shown);
    return buttons.isEmpty() ? text.toString() : text.append(buttons).append('\n').toString();
  }

  static List<String> buttons(JsonNode message) {
    return message.path("components").findValuesAsText("custom_id");
  }
}
