package pairdesk.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of {@code NAME=value} lines, as Docker Compose reads it too. A value may stand in single
 * quotes, as it is, or in double quotes, where {@code \n} begins a new line; in either it may go
 * over several lines. Outside of them {@code #} after a space begins a remark.
 *
 * @param values by name; of a name that is set twice, the later one
 * @param flaws what is not understood, by its line and never by its words: a line may be a part of
 *     a key
 */
record EnvFile(Map<String, String> values, List<String> flaws) {
  static final String USUAL = ".env";

  private static final EnvFile NONE = new EnvFile(Map.of(), List.of());

  EnvFile {
    values = Map.copyOf(values);
    flaws = List.copyOf(flaws);
  }

  /**
   * What the file says; nothing when the usual one is not there.
   *
   * @throws UncheckedIOException when it cannot be read, or another one was named and is not there
   */
  static EnvFile read(String name) {
    Path path = Path.of(name);
    try {
      return parse(name, Files.readString(path));
    } catch (NoSuchFileException missing) {
      if (name.equals(USUAL)) {
        return NONE;
      }
      throw new UncheckedIOException(missing);
    } catch (CharacterCodingException e) {
      return new EnvFile(Map.of(), List.of(name + ": is no text in UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param name of the file, for its flaws
   */
  static EnvFile parse(String name, String text) {
    var lines = new EnvLines(name, text);
    var values = new LinkedHashMap<String, EnvLines.Entry>();
    for (EnvLines.Entry entry : lines.entries()) {
      EnvLines.Entry before = values.put(entry.name(), entry);
      if (before != null && !before.value().isEmpty() && !before.value().equals(entry.value())) {
        lines.flaw(entry.line(), entry.name() + " is set in line " + before.line() + " already");
      }
    }
    var texts = new LinkedHashMap<String, String>();
    values.forEach((key, entry) -> texts.put(key, entry.value()));
    return new EnvFile(texts, lines.flaws());
  }
}
