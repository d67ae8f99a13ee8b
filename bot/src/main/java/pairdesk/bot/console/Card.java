package pairdesk.bot.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framed message. All texts are ready to show: foreign text has been through {@code
 * pairdesk.bot.render.Shown} before.
 *
 * @param picture shown inside the card; null for none
 */
public record Card(
    Tone tone,
    String title,
    String text,
    List<Field> fields,
    String footer,
    @Nullable Picture picture) {
  public static final int TITLE_LIMIT = 256;
  public static final int TEXT_LIMIT = 4096;
  public static final int FIELD_LIMIT = 25;
  public static final int FIELD_VALUE_LIMIT = 1024;

  public Card {
    title = cut(title, TITLE_LIMIT);
    text = cut(text, TEXT_LIMIT);
    fields = List.copyOf(fields.size() > FIELD_LIMIT ? fields.subList(0, FIELD_LIMIT) : fields);
  }

  /** A line of a card: a name and what it is. */
  public record Field(String name, String value, boolean inline) {
    public Field {
      name = cut(name, TITLE_LIMIT);
      value = cut(value.isEmpty() ? "–" : value, FIELD_VALUE_LIMIT);
    }
  }

  public static Card of(Tone tone, String title, String text) {
    return new Card(tone, title, text, List.of(), "", null);
  }

  public Card with(String name, String value) {
    return with(new Field(name, value, true));
  }

  public Card withLine(String name, String value) {
    return with(new Field(name, value, false));
  }

  private Card with(Field field) {
    var more = new ArrayList<>(fields);
    more.add(field);
    return new Card(tone, title, text, more, footer, picture);
  }

  public Card withFooter(String next) {
    return new Card(tone, title, text, fields, next, picture);
  }

  public Card withPicture(Picture next) {
    return new Card(tone, title, text, fields, footer, next);
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
  }
}
