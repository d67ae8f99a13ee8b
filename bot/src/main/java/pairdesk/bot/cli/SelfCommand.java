package pairdesk.bot.cli;

import java.nio.file.Path;
import java.util.List;

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
        System.getProperty("java.class.path"),
        Main.class.getName(),
        subcommand);
  }
}
