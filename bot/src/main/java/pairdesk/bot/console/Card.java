package pairdesk.bot.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framed message. All texts are ready to show: foreign text has been through {@code
 * pairdesk.bot.render.Shown} before. A card never exceeds Discord's limits: what does not fit is
 * cut, the text before the fields, because fields hold the totals.
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

  /** Ours, Discord allows more: kept free on every card, so that a footer always fits. */
  public static final int FOOTER_LIMIT = 100;

  public static final int TOTAL_LIMIT = 6000;

  /** What fields never take from a text that is as long. */
  private static final int TEXT_SHARE = 2000;

  private static final Field MORE = new Field("…", "…", false);

  public Card {
    title = Cut.to(title.isBlank() ? "–" : title, TITLE_LIMIT);
    footer = Cut.to(footer, FOOTER_LIMIT);
    int room = TOTAL_LIMIT - FOOTER_LIMIT - title.length();
    fields = fitting(fields, room - Math.min(text.length(), TEXT_SHARE));
    text = Cut.to(text, Math.min(TEXT_LIMIT, room - length(fields)));
  }

  /** A line of a card: a name and what it is. */
  public record Field(String name, String value, boolean inline) {
    public Field {
      name = Cut.to(name.isBlank() ? "–" : name, TITLE_LIMIT);
      value = Cut.to(value.isBlank() ? "–" : value, FIELD_VALUE_LIMIT);
    }

    private int length() {
      return name.length() + value.length();
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

  private static List<Field> fitting(List<Field> fields, int room) {
    if (fields.size() <= FIELD_LIMIT && length(fields) <= room) {
      return List.copyOf(fields);
    }
    var kept = new ArrayList<>(fields);
    kept.remove(MORE);
    while (kept.size() >= FIELD_LIMIT || length(kept) + MORE.length() > room) {
      kept.removeLast();
    }
    kept.add(MORE);
    return List.copyOf(kept);
  }

  private static int length(List<Field> fields) {
    return fields.stream().mapToInt(Field::length).sum();
  }
}
