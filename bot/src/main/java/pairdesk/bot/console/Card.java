package pairdesk.bot.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framed message. All texts are ready to show: foreign text has been through {@code
 * pairdesk.bot.render.Shown} before. A card never exceeds Discord's limits: what does not fit is
 * cut, the text before the fields, because fields hold the totals.
 *
 * @param entries parts with a button of their own, between the text and the fields; a card that has
 *     some may say {@value #ENTRIES_TOTAL_LIMIT} characters in all, and has no picture
 * @param picture shown inside the card; null for none
 */
public record Card(
    Tone tone,
    String title,
    String text,
    List<Entry> entries,
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

  /** Discord counts 40 components; buttons below take their share. */
  public static final int ENTRY_LIMIT = 7;

  public static final int ENTRIES_TOTAL_LIMIT = 4000;

  /** What the fields of a card with entries take at most. */
  private static final int FIELDS_SHARE = 1200;

  /** Headings and bold of all parts that are no entries. */
  private static final int MARKUP = 250;

  /** What fields never take from a text that is as long. */
  private static final int TEXT_SHARE = 2000;

  private static final Field MORE = new Field("…", "…", false);

  public Card {
    title = Cut.to(title.isBlank() ? "–" : title, TITLE_LIMIT);
    footer = Cut.to(footer, FOOTER_LIMIT);
    if (entries.size() > ENTRY_LIMIT || (picture != null && !entries.isEmpty())) {
      throw new IllegalArgumentException(entries.size() + " entries, or a picture beside them");
    }
    if (entries.isEmpty()) {
      int room = TOTAL_LIMIT - FOOTER_LIMIT - title.length();
      fields = fitting(fields, room - Math.min(text.length(), TEXT_SHARE));
      text = Cut.to(text, Math.min(TEXT_LIMIT, room - length(fields)));
    } else {
      fields = fitting(fields, FIELDS_SHARE);
      text = Cut.to(text, FIELDS_SHARE / 2);
      int taken = MARKUP + FOOTER_LIMIT + title.length() + text.length() + length(fields);
      entries = even(entries, ENTRIES_TOTAL_LIMIT - taken);
    }
  }

  /**
   * A part of a card with something to press beside it.
   *
   * @param button null for none
   */
  public record Entry(String text, @Nullable Button button) {
    public Entry {
      text = text.isBlank() ? "–" : text;
    }
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
    return new Card(tone, title, text, List.of(), List.of(), "", null);
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
    return new Card(tone, title, text, entries, more, footer, picture);
  }

  public Card withEntries(List<Entry> next) {
    return new Card(tone, title, text, next, fields, footer, picture);
  }

  public Card withFooter(String next) {
    return new Card(tone, title, text, entries, fields, next, picture);
  }

  public Card withPicture(Picture next) {
    return new Card(tone, title, text, entries, fields, footer, next);
  }

  /** Each gets the same room; what a short one leaves of its own goes to the others. */
  private static List<Entry> even(List<Entry> entries, int room) {
    int share = room / entries.size();
    int left = room;
    int longer = entries.size();
    for (Entry entry : shortestFirst(entries)) {
      if (entry.text().length() > share) {
        break;
      }
      left -= entry.text().length();
      longer--;
      share = longer == 0 ? share : left / longer;
    }
    int most = share;
    return entries.stream()
        .map(entry -> new Entry(Cut.to(entry.text(), most), entry.button()))
        .toList();
  }

  private static List<Entry> shortestFirst(List<Entry> entries) {
    return entries.stream().sorted(Comparator.comparingInt(e -> e.text().length())).toList();
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
