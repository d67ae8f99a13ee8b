package pairdesk.sandbox.wire.discord.form;

import java.util.List;
import pairdesk.sandbox.wire.discord.protocol.Form;

/** Limits of embeds: Discord's message resource, "Embed limits". */
final class EmbedRules {
  private static final int EMBEDS = 10;
  private static final int TITLE = 256;
  private static final int DESCRIPTION = 4096;
  private static final int FIELDS = 25;
  private static final int FIELD_NAME = 256;
  private static final int FIELD_VALUE = 1024;
  private static final int FOOTER = 2048;
  private static final int AUTHOR = 256;
  private static final int ALL_TEXT = 6000;
  private static final int URL = 2048;
  private static final int COLOR = 0xFFFFFF;

  private EmbedRules() {}

  static void check(Form embeds) {
    int total = embeds.items(0, EMBEDS).stream().mapToInt(EmbedRules::checkOne).sum();
    if (total > ALL_TEXT) {
      embeds.refuse("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + ALL_TEXT);
    }
  }

  /** Gives the length of all text in the embed. */
  private static int checkOne(Form embed) {
    if (!embed.node().isObject()) {
      embed.refuse("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
      return 0;
    }
    int length = embed.at("title").optionalText(TITLE).length();
    length += embed.at("description").optionalText(DESCRIPTION).length();
    length += checkNested(embed.at("footer"), "text", FOOTER);
    length += checkNested(embed.at("author"), "name", AUTHOR);
    List<Form> fields = embed.at("fields").items(0, FIELDS);
    for (Form field : fields) {
      length += field.at("name").requiredText(FIELD_NAME).length();
      length += field.at("value").requiredText(FIELD_VALUE).length();
    }
    embed.at("color").integer(0, COLOR, 0);
    checkUrl(embed.at("url"), false);
    checkUrl(embed.at("image").at("url"), true);
    checkUrl(embed.at("thumbnail").at("url"), true);
    checkUrl(embed.at("footer").at("icon_url"), true);
    checkUrl(embed.at("author").at("icon_url"), true);
    if (length == 0 && !embed.at("image").present() && !embed.at("thumbnail").present()) {
      embed.at("description").required();
    }
    return length;
  }

  private static int checkNested(Form part, String field, int max) {
    return part.present() ? part.at(field).requiredText(max).length() : 0;
  }

  static void checkUrl(Form url, boolean attachmentAllowed) {
    String text = url.optionalText(URL);
    boolean web = text.startsWith("http://") || text.startsWith("https://");
    if (!text.isEmpty() && !web && !(attachmentAllowed && text.startsWith(Media.SCHEME))) {
      url.refuse("URL_TYPE_INVALID_SCHEME", "Scheme \"" + scheme(text) + "\" is not supported.");
    }
  }

  private static String scheme(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon);
  }
}
