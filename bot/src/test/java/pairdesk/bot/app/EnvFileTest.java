package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
  private static EnvFile parse(String... lines) {
    return EnvFile.parse("desk.env", String.join("\n", lines));
  }

  private static List<String> flaws(String... lines) {
    return parse(lines).flaws();
  }

  @Test
  void readsNamesAndValuesWithRemarks() {
    assertEquals(
        new EnvFile(
            Map.of("A", "1", "B", "two words", "C", "", "D", "x#y", "E", "5", "F", "'"), List.of()),
        parse(
            "\uFEFFA=1",
            "# B=of a remark",
            "  B = two words   # a remark ",
            "",
            "C=",
            "D=x#y",
            "export E=5\r",
            "F=\"'\" # a remark"));
  }

  @Test
  void aKeyMayStandInQuotationMarksOverSeveralLines() {
    Map<String, String> values =
        parse(
                "ONE=\"-----BEGIN\\nabc=\\n-----END\"",
                "TWO='-----BEGIN",
                "abc=",
                "-----END'",
                "THREE='as\\nit is'")
            .values();
    assertEquals(
        Map.of(
            "ONE", "-----BEGIN\nabc=\n-----END",
            "TWO", "-----BEGIN\nabc=\n-----END",
            "THREE", "as\\nit is"),
        values);
  }

  @Test
  @Tag("fault:S1")
  void aLineThatSetsNothingIsNamedByItsNumber() {
    assertEquals(
        List.of(
            "desk.env, line 1: is not NAME=value",
            "desk.env, line 3: is not NAME=value",
            "desk.env, line 4: is not NAME=value"),
        flaws("MAX_TRADE_SIZE 20", "MAX_DAILY_LOSS=5", "MIN-TRADE=3", "=7"));
  }

  /** The example's defaults below somebody's own limits would undo them. */
  @Test
  @Tag("fault:S1")
  void aNameThatIsSetTwiceToDifferentValuesIsAFlaw() {
    assertEquals(
        List.of("desk.env, line 3: MAX_TRADE_SIZE is set in line 1 already"),
        flaws("MAX_TRADE_SIZE=20", "DATA_DIR=", "MAX_TRADE_SIZE=1000"));
    assertEquals(List.of(), flaws("A=", "A=1", "A=1"));
  }

  @Test
  @Tag("fault:S6")
  void aLineOfAKeyIsNeverRepeated() {
    assertEquals(
        List.of(
            "desk.env, line 1: PEM goes over several lines and wants quotation marks",
            "desk.env, line 4: TOKEN goes on after its quotation mark",
            "desk.env, line 5: KEY begins with a quotation mark that does not end"),
        flaws("PEM=-----BEGIN", "c2VjcmV0==", "-----END-----", "TOKEN='a' b", "KEY=\"c", "d"));
  }

  @Test
  void onlyTheUsualFileMayBeMissing(@TempDir Path folder) throws IOException {
    String named = folder.resolve("desk.env").toString();
    var missing = assertThrows(UncheckedIOException.class, () -> EnvFile.read(named));
    assertInstanceOf(NoSuchFileException.class, missing.getCause());
    Files.write(Path.of(named), "A=1".getBytes(StandardCharsets.UTF_16));
    assertEquals(
        new EnvFile(Map.of(), List.of(named + ": is no text in UTF-8")), EnvFile.read(named));
  }
}
