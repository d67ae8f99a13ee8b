package pairdesk.bot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of settings line by line, and keeps what is wrong with which line. */
final class EnvLines {
  private static final Pattern SETTING =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern REMARK = Pattern.compile("\\s*(?:#.*)?");
  private static final String BEGIN = "-----BEGIN";
  private static final String END = "-----END";

  private final String file;
  private final List<String> lines;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> flaws = new ArrayList<>();

  EnvLines(String file, String text) {
    this.file = file;
    this.lines = text.replaceFirst("^\uFEFF", "").lines().map(String::strip).toList();
    int line = 0;
    while (line < lines.size()) {
      line = read(line);
    }
  }

  /**
   * @param line where it stands, from 1
   */
  record Entry(int line, String name, String value) {}

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<String> flaws() {
    return List.copyOf(flaws);
  }

  void flaw(int line, String what) {
    flaws.add("%s, line %d: %s".formatted(file, line, what));
  }

  /** Reads what begins in this line; gives the line after it. */
  private int read(int at) {
    String line = lines.get(at);
    if (REMARK.matcher(line).matches()) {
      return at + 1;
    }
    Matcher setting = SETTING.matcher(line);
    if (!setting.matches()) {
      flaw(at + 1, "is not NAME=value");
      return at + 1;
    }
    String value = setting.group(2);
    if (value.startsWith("\"") || value.startsWith("'")) {
      return quoted(at, setting.group(1), value);
    }
    if (value.startsWith(BEGIN) && !value.contains(END)) {
      flaw(at + 1, setting.group(1) + " goes over several lines and wants quotation marks");
      return after(at);
    }
    add(at, setting.group(1), value.replaceFirst("(^|\\s)#.*", "").strip());
    return at + 1;
  }

  /** The line after a key's last one: nothing of it is taken for a name. */
  private int after(int begin) {
    int line = begin;
    while (line < lines.size() && !lines.get(line).contains(END)) {
      line++;
    }
    return line + 1;
  }

  private int quoted(int at, String name, String begin) {
    char quote = begin.charAt(0);
    var value = new StringBuilder(begin.substring(1));
    int next = at + 1;
    while (end(value, quote).isEmpty() && next < lines.size()) {
      value.append('\n').append(lines.get(next));
      next++;
    }
    Optional<Integer> end = end(value, quote);
    if (end.isEmpty()) {
      flaw(at + 1, name + " begins with a quotation mark that does not end");
    } else if (!REMARK.matcher(value.substring(end.get() + 1)).matches()) {
      flaw(at + 1, name + " goes on after its quotation mark");
    } else {
      String text = value.substring(0, end.get());
      add(at, name, quote == '"' ? text.replace("\\n", "\n") : text);
    }
    return next;
  }

  private static Optional<Integer> end(StringBuilder value, char quote) {
    int end = value.indexOf(String.valueOf(quote));
    return end < 0 ? Optional.empty() : Optional.of(end);
  }

  private void add(int at, String name, String value) {
    entries.add(new Entry(at + 1, name, value));
  }
}
