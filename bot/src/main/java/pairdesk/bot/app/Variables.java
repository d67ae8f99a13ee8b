package pairdesk.bot.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What settings are read from: the environment of the process and, where that says nothing, a file.
 *
 * @param written names that the file sets: nobody but us reads it, so that each has to be a setting
 * @param flaws lines of the file that are not understood
 */
public record Variables(Map<String, String> values, Set<String> written, List<String> flaws) {
  public Variables {
    values = Map.copyOf(values);
    written = Set.copyOf(written);
    flaws = List.copyOf(flaws);
  }

  /** Without a file. */
  public static Variables of(Map<String, String> environment) {
    return new Variables(environment, Set.of(), List.of());
  }

  /**
   * The environment of this process over a file.
   *
   * @throws java.io.UncheckedIOException when the file cannot be read, or another than {@code .env}
   *     is not there
   */
  public static Variables over(String file) {
    return of(System.getenv(), EnvFile.read(file));
  }

  static Variables of(Map<String, String> environment, EnvFile file) {
    var values = new HashMap<>(file.values());
    values.putAll(environment);
    return new Variables(values, file.values().keySet(), file.flaws());
  }
}
