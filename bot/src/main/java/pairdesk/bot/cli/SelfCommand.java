package pairdesk.bot.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How this program starts itself again as another process. */
final class SelfCommand {
  private SelfCommand() {}

  static List<String> of(String subcommand) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-XX:+UseCompactObjectHeaders",
        "-XX:TieredStopAtLevel=4",
        "-cp",
        classPath(),
        Main.class.getName(),
        subcommand);
  }

  /** From any working folder. */
  private static String classPath() {
    String[] entries =
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1);
    return Arrays.stream(entries)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
