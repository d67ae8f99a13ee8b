package pairdesk.bot.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.polymarket.PolymarketSettings;

/** The environment as settings, or everything that is wrong with it. */
public final class Configuration {
  private static final Set<String> STORAGE = Set.of("DATABASE_URL", "DATA_DIR", "ACCOUNT_LABEL");

  private final Environment environment;

  private Configuration(Environment environment) {
    this.environment = environment;
  }

  /** What reading came to. */
  public sealed interface Result {
    record Read(Settings settings) implements Result {}

    /** One line for each problem. */
    record Wrong(List<String> problems) implements Result {}
  }

  /**
   * What could be read, for those who go on with a part of it: a halt does not wait for a right
   * token of Discord.
   *
   * @param unclearStorage why the storage may be another than the desk's: what it is called could
   *     not be read, so that a default stands there; empty when it is certain
   * @param problems one line for each; empty when everything is there
   */
  public record Partial(
      Settings.Storage storage,
      String unclearStorage,
      Accounts accounts,
      Settings.Trading trading,
      Settings.Service service,
      List<String> problems) {}

  /** Who we are where; empty when something of it is missing or wrong. */
  public record Accounts(
      Optional<Settings.Discord> discord,
      Optional<KalshiSettings> kalshi,
      Optional<PolymarketSettings> polymarket) {}

  private record Everything(
      Settings.Storage storage,
      Accounts accounts,
      Settings.Redemption redemption,
      Settings.Matching matching,
      Settings.Trading trading,
      Settings.Service service) {

    /** Only where there were no problems. */
    Settings settings() {
      return new Settings(
          storage,
          accounts.discord().orElseThrow(),
          accounts.kalshi().orElseThrow(),
          accounts.polymarket().orElseThrow(),
          redemption,
          matching,
          trading,
          service);
    }
  }

  /** Reads all of it. */
  public static Result read(Variables variables) {
    var environment = new Environment(variables);
    Everything found = everything(environment);
    List<String> problems = environment.problems();
    return problems.isEmpty() ? new Result.Read(found.settings()) : new Result.Wrong(problems);
  }

  /** Reads as much of it as can be read. */
  public static Partial partial(Variables variables) {
    var environment = new Environment(variables);
    Everything found = everything(environment);
    return new Partial(
        found.storage(),
        unclear(found.storage(), environment),
        found.accounts(),
        found.trading(),
        found.service(),
        environment.problems());
  }

  /** A name that was not understood may have been the database's, where nothing else names one. */
  private static String unclear(Settings.Storage storage, Environment environment) {
    return environment
        .problemWith(STORAGE)
        .or(() -> storage.url().isEmpty() ? environment.misread() : Optional.empty())
        .orElse("");
  }

  private static Everything everything(Environment environment) {
    Everything found = new Configuration(environment).everything();
    environment.reportUnknown();
    return found;
  }

  /** Names of all variables. */
  static Set<String> names() {
    var environment = new Environment(Variables.of(Map.of()));
    new Configuration(environment).everything();
    return environment.asked();
  }

  private Everything everything() {
    Settings.Storage storage = storage();
    var accounts =
        new Accounts(
            new DiscordVariables(environment).read(),
            new KalshiVariables(environment).read(),
            new PolymarketVariables(environment).read());
    Settings.Redemption redemption =
        new RedemptionSettings(environment)
            .read(accounts.polymarket().map(PolymarketSettings::account));
    Settings.Matching matching = new MatchingVariables(environment).read(storage.folder());
    Settings.Trading trading = new TradingVariables(environment).read();
    Settings.Service service = new ServiceVariables(environment).read(storage);
    return new Everything(storage, accounts, redemption, matching, trading, service);
  }

  private Settings.Storage storage() {
    return new Settings.Storage(
        environment.optional(
            "DATABASE_URL",
            Optional.empty(),
            "postgresql://user:password@host:5432/database",
            "postgresql://pairdesk:secret@localhost:5432/pairdesk",
            text -> Optional.of(DatabaseUrl.parse(text))),
        environment.optional("DATA_DIR", Path.of("data"), "a folder", "data", Path::of),
        environment.optional(
            "ACCOUNT_LABEL",
            "main",
            "1 to 20 lower case letters or digits",
            "main",
            text -> Values.matching(text, "[a-z0-9]{1,20}")));
  }
}
