package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets among the settings of a desk, and where none of them may be found. */
final class Secrets {
  private static final Pattern NAMES =
      Pattern.compile(".*_(TOKEN|SECRET|PRIVATE_KEY|PASSPHRASE|RELAYER_API_KEY|BUILDER_API_KEY)");
  private static final int LINE_OF_A_KEY = 40;

  private Secrets() {}

  /** None of them is in the text, whole or, of a key, by one of its lines. */
  static void areNotIn(String text, Map<String, String> settings) {
    List<Map.Entry<String, String>> secrets =
        settings.entrySet().stream()
            .filter(setting -> NAMES.matcher(setting.getKey()).matches())
            .toList();
    assertTrue(secrets.size() >= 3, "token and both keys are among the settings");
    List<String> shown =
        secrets.stream()
            .filter(secret -> parts(secret.getValue()).anyMatch(text::contains))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), shown, "secrets in the log");
  }

  private static Stream<String> parts(String secret) {
    String bare = secret.startsWith("0x") ? secret.substring(2) : secret;
    return bare.contains("-----BEGIN")
        ? bare.lines().filter(line -> line.length() >= LINE_OF_A_KEY && !line.startsWith("-"))
        : Stream.of(bare);
  }
}
