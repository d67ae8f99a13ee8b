package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.bot.access.Role;
import pairdesk.bot.discord.DiscordSettings;
import pairdesk.bot.opinion.OpinionSettings;
import pairdesk.bot.opinion.Prices;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

class ConfigurationTest {
  private static final Path EXAMPLE = Path.of("..", ".env.example");

  private static final String PEM =
      "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";

  private static final Map<String, String> COMPLETE =
      Map.of(
          "DISCORD_BOT_TOKEN", "token",
          "DISCORD_GUILD_ID", "1180000000000000001",
          "DISCORD_CHANNEL_ID", "1180000000000000002",
          "DISCORD_OPERATOR_ROLE_ID", "1180000000000000003",
          "DISCORD_ADMIN_ROLE_ID", "1180000000000000004",
          "KALSHI_API_KEY", "a952bcbe-ec3b-4b5b-b8f9-11dae589608c",
          "KALSHI_API_SECRET", PEM,
          "POLYMARKET_API_KEY", "0x52908400098527886E0F7030069857D2E4169EE7",
          "POLYMARKET_PRIVATE_KEY", "4c0883a6".repeat(8));

  private static Map<String, String> with(String name, String value) {
    var variables = new HashMap<>(COMPLETE);
    variables.put(name, value);
    return variables;
  }

  private static List<String> problems(Map<String, String> variables) {
    return problems(Variables.of(variables));
  }

  private static List<String> problems(Variables variables) {
    return assertInstanceOf(Configuration.Result.Wrong.class, Configuration.read(variables))
        .problems();
  }

  private static Settings settings(Map<String, String> variables) {
    return settings(Variables.of(variables));
  }

  private static Settings settings(Variables variables) {
    return assertInstanceOf(Configuration.Result.Read.class, Configuration.read(variables))
        .settings();
  }

  @Test
  @Tag("fault:S1")
  void listsEverythingThatIsMissingAtOnce() {
    Set<String> named =
        problems(Map.of()).stream()
            .map(line -> line.substring(0, line.indexOf(':')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(COMPLETE.keySet()), named);
  }

  @Test
  @Tag("fault:M8")
  void saysWhatWasFoundWhatIsWantedAndAnExample() {
    assertEquals(
        List.of(
            "MIN_ARBITRAGE_THRESHOLD: found \"2\"; wanted: a fraction between 0 and 1 (0.01 is one"
                + " per cent), for example MIN_ARBITRAGE_THRESHOLD=0.01"),
        problems(with("MIN_ARBITRAGE_THRESHOLD", "2")));
  }

  @Test
  @Tag("fault:S2")
  void refusesANumberWithACommaAndANegativeLimit() {
    assertEquals(1, problems(with("MAX_TRADE_SIZE", "1,000")).size());
    assertEquals(1, problems(with("MAX_DAILY_LOSS", "-5")).size());
    assertEquals(1, problems(with("ORDER_TIMEOUT_SECONDS", "30s")).size());
  }

  @Test
  @Tag("fault:S1")
  void namesTheNearestSettingForAMisspeltOne() {
    assertEquals(
        List.of(
            "KALSHI_API_SECRTE: not a setting; wanted: the name of a setting, for example"
                + " KALSHI_API_SECRTE=KALSHI_API_SECRET"),
        problems(with("KALSHI_API_SECRTE", "x")));
  }

  /** Nobody else reads the file: a limit that is misspelt there is not the default in silence. */
  @Test
  @Tag("fault:S1")
  void everyNameInTheFileHasToBeASetting() {
    String text = "MAX_TRADE=20\nDailyLoss=5\nPOSTGRES_PASSWORD=of-compose\n";
    assertEquals(
        List.of(
            "DailyLoss: not a setting; wanted: the name of a setting, for example"
                + " DailyLoss=MAX_DAILY_LOSS",
            "MAX_TRADE: not a setting; wanted: the name of a setting, for example"
                + " MAX_TRADE=MAX_TRADE_SIZE"),
        problems(Variables.of(COMPLETE, EnvFile.parse(".env", text))));
  }

  @Test
  @Tag("fault:S1")
  void aSlipInANameIsFoundInTheEnvironmentTooAndOtherProgramsAreLeftAlone() {
    var variables = with("MAX_TRADE_SIZ", "20");
    variables.put("max_daily_loss", "5");
    variables.put("LOGLEVEL", "debug");
    variables.put("JAVA_TOOL_OPTIONS", "-Xmx1g");
    assertEquals(
        List.of("MAX_TRADE_SIZ", "max_daily_loss"),
        problems(variables).stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
  }

  @Test
  void theAddressOfDiscordEndsInOneSlashWhereverItIsFrom() {
    assertEquals(DiscordSettings.DISCORD, settings(COMPLETE).discord().bot().apiBase());
    var named = with("DISCORD_API_URL", DiscordSettings.DISCORD);
    assertEquals(DiscordSettings.DISCORD, settings(named).discord().bot().apiBase());
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() {
    var file = EnvFile.parse(".env", "MAX_TRADE_SIZE=20\nMAX_DAILY_LOSS=5\n");
    var environment = with("MAX_TRADE_SIZE", "30");
    Settings.Trading trading = settings(Variables.of(environment, file)).trading();
    assertEquals(Usd.ofDollars(30), trading.maxTrade());
    assertEquals(Usd.ofDollars(5), trading.maxDayLoss());
  }

  @Test
  @Tag("fault:S6")
  void neverRepeatsASecret() {
    var variables = with("POLYMARKET_SIGNATURE_TYPE", "XYZ");
    variables.put("DISCORD_BOT_TOKEN", "very-secret-token");
    assertFalse(problems(variables).toString().contains("very-secret-token"));
    assertFalse(settings(COMPLETE).toString().contains("4c0883a6"));
  }

  @Test
  void keepsTheDefaultsOfTheSpec() {
    Settings settings = settings(COMPLETE);
    assertEquals(Ratio.ofPercent(1), settings.trading().minEdge());
    assertEquals(Ratio.ofPercent(2), settings.trading().slippage());
    assertEquals(Usd.ofDollars(1_000), settings.trading().maxTrade());
    assertEquals(Usd.ofDollars(5_000), settings.trading().maxMarket());
    assertEquals(
        Map.of("1180000000000000003", Role.OPERATOR, "1180000000000000004", Role.ADMIN),
        settings.discord().access().roles());
  }

  @Test
  void readsASecretFromItsFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("kalshi.key"), PEM + "\n");
    var variables = with("KALSHI_API_SECRET_FILE", file.toString());
    variables.remove("KALSHI_API_SECRET");
    var credentials = settings(variables).kalshi().credentials();
    assertEquals(PEM, java.util.Objects.requireNonNull(credentials).privateKey().reveal());
  }

  @Test
  @Tag("fault:S1")
  void aKeyThatIsNoneIsNamedAndNotShown(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("kalshi.pub"), "ssh-rsa hidden-word");
    var variables = new HashMap<>(COMPLETE);
    variables.put("DISCORD_BOT_TOKEN", "hidden-word…");
    variables.remove("KALSHI_API_SECRET");
    variables.put("KALSHI_API_SECRET_FILE", file.toString());
    variables.put("POLYMARKET_PRIVATE_KEY", "hidden-word");
    List<String> problems = problems(variables);
    assertEquals(
        List.of(
            "DISCORD_BOT_TOKEN: found something else",
            "KALSHI_API_SECRET_FILE: found something else",
            "POLYMARKET_PRIVATE_KEY: found something else"),
        problems.stream().map(line -> line.substring(0, line.indexOf(';'))).toList());
    assertFalse(problems.toString().contains("hidden-word"), problems::toString);
  }

  @Test
  void anAddressOnAnotherMachineIsEncrypted() {
    assertEquals(
        List.of(
            "KALSHI_SOCKET_URL: found \"ws://kalshi.example/ws\"; wanted: a wss address (ws on this"
                + " machine only), for example"
                + " KALSHI_SOCKET_URL=wss://external-api-ws.kalshi.com/trade-api/ws/v2"),
        problems(with("KALSHI_SOCKET_URL", "ws://kalshi.example/ws")));
    settings(with("DISCORD_API_URL", "http://127.0.0.1:8080/api/v10"));
  }

  /** A default in its place would be somebody else's database: a halt stored there halts nobody. */
  @Test
  void whereTheDatabaseIsMisnamedItIsNotCertainWhichIsMeant() {
    var misread = EnvFile.parse("desk.env", "DATABASE_URL postgresql://desk@host/desk");
    var misspelt = EnvFile.parse("desk.env", "DATABASE=postgresql://desk@host/desk");
    assertEquals("", unclear(Variables.of(COMPLETE)));
    assertEquals("desk.env, line 1: is not NAME=value", unclear(Variables.of(COMPLETE, misread)));
    assertTrue(unclear(Variables.of(COMPLETE, misspelt)).startsWith("DATABASE: not a setting"));
    assertTrue(
        unclear(Variables.of(with("DATABASE_URL", "mysql://host/desk")))
            .startsWith("DATABASE_URL"));
    var named = with("DATABASE_URL", "postgresql://desk@host/desk");
    assertEquals("", unclear(Variables.of(named, misspelt)));
  }

  private static String unclear(Variables variables) {
    return Configuration.partial(variables).unclearStorage();
  }

  @Test
  void aSecondReaderIsOffUntilItsEndpointIsNamed() {
    Settings.Matching matching = settings(COMPLETE).matching();
    assertEquals(
        new Settings.Matching(Optional.empty(), Optional.empty(), Optional.empty()), matching);
  }

  /** Without prices no limit of its cost could be kept. */
  @Test
  void anEndpointWantsItsModelAndPrices() {
    List<String> problems = problems(with("OPINION_API_URL", "https://models.example/v1"));
    assertEquals(
        List.of("OPINION_MODEL", "OPINION_INPUT_PRICE", "OPINION_OUTPUT_PRICE"),
        problems.stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
  }

  @Test
  void readsASecondReaderToTheMillionthOfADollar() {
    var variables = with("OPINION_API_URL", "https://models.example/v1/");
    variables.put("OPINION_API_KEY", "sk-very-secret");
    variables.put("OPINION_MODEL", "reader-1");
    variables.put("OPINION_INPUT_PRICE", "0.15");
    variables.put("OPINION_OUTPUT_PRICE", "0.000001");
    OpinionSettings reader = settings(variables).matching().opinions().orElseThrow();
    assertEquals("https://models.example/v1", reader.endpoint().toString());
    assertEquals(new Prices(Usd.ofCents(15), Usd.ofE6(1)), reader.limits().prices());
    assertEquals(Usd.ofDollars(1), reader.limits().dailyCap());
    assertFalse(reader.toString().contains("sk-very-secret"));
  }

  @Test
  void aModelOfSentencesIsTwoFiles() {
    List<String> problems = problems(with("SENTENCE_MODEL", "data/model.onnx"));
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().startsWith("SENTENCE_VOCABULARY: missing"), problems::toString);
  }

  @Test
  void everyVariableIsInTheExampleFile() throws IOException {
    Set<String> written =
        Files.readAllLines(EXAMPLE).stream()
            .filter(line -> line.matches("[A-Z_]+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(Configuration.names()), written);
  }

  @Test
  void theDefaultsOfTheExampleFileAreRead() throws IOException {
    settings(Variables.of(COMPLETE, EnvFile.parse(".env", Files.readString(EXAMPLE))));
  }
}
