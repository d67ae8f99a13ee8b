package pairdesk.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code NAME=value} lines; a value in double quotes may hold {@code \n}. */
public final class EnvFile {
  private EnvFile() {}

  /** What the file sets; nothing when there is no such file. */
  public static Map<String, String> read(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      return Map.of();
    }
    try {
      return parse(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static Map<String, String> parse(String text) {
    var variables = new HashMap<String, String>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && line.indexOf('=') > 0)
        .forEach(line -> {
          int at = line.indexOf('=');
          variables.put(line.substring(0, at).strip(), value(line.substring(at + 1).strip()));
        });
    return variables;
  }

  private static String value(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\\n", "\n") : text;
  }
}
