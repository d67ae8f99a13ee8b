package pairdesk.bot.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pairdesk.bot.access.Access;
import pairdesk.bot.access.Role;
import pairdesk.bot.discord.DiscordSettings;
import pairdesk.bot.text.Language;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.paper.PaperSettings;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.strategy.crossvenue.RestingSettings;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.SignatureType;

/** The environment as settings, or everything that is wrong with it. */
public final class Configuration {
  private static final String USD = "dollars, above 0";
  private static final String SECONDS = "whole seconds, 1 to 86400";
  private static final String SNOWFLAKE = "an id of Discord: 15 to 20 digits";

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
   * @param problems one line for each; empty when everything is there
   */
  public record Partial(
      Settings.Storage storage,
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
  public static Result read(Map<String, String> variables) {
    var environment = new Environment(variables);
    Everything found = everything(environment);
    List<String> problems = problems(environment);
    return problems.isEmpty() ? new Result.Read(found.settings()) : new Result.Wrong(problems);
  }

  /** Reads as much of it as can be read. */
  public static Partial partial(Map<String, String> variables) {
    var environment = new Environment(variables);
    Everything found = everything(environment);
    return new Partial(
        found.storage(), found.accounts(), found.trading(), found.service(), problems(environment));
  }

  private static Everything everything(Environment environment) {
    Everything found = new Configuration(environment).everything();
    environment.reportUnknown();
    return found;
  }

  private static List<String> problems(Environment environment) {
    return environment.problems().stream().map(Environment.Problem::toString).toList();
  }

  /** Names of all variables. */
  static Set<String> names() {
    var environment = new Environment(Map.of());
    new Configuration(environment).everything();
    return environment.asked();
  }

  private Everything everything() {
    Settings.Storage storage = storage();
    var accounts = new Accounts(discord(), kalshi(), polymarket());
    Settings.Redemption redemption =
        new RedemptionSettings(environment)
            .read(accounts.polymarket().map(PolymarketSettings::account));
    Settings.Matching matching = new MatchingVariables(environment).read(storage.folder());
    return new Everything(storage, accounts, redemption, matching, trading(), service(storage));
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
            text -> matching(text, "[a-z0-9]{1,20}")));
  }

  private Optional<Settings.Discord> discord() {
    Optional<Secret> token = environment.secret("DISCORD_BOT_TOKEN", "the bot's token", "MTk4…");
    Optional<String> guild = snowflake("DISCORD_GUILD_ID");
    Optional<String> channel = snowflake("DISCORD_CHANNEL_ID");
    String audit =
        environment.optional(
            "DISCORD_AUDIT_CHANNEL_ID", "", SNOWFLAKE, "1180000000000000002", Configuration::id);
    URI api =
        environment.optional(
            "DISCORD_API_URL",
            URI.create(DiscordSettings.DISCORD),
            "an http(s) address with the version",
            DiscordSettings.DISCORD,
            text -> Environment.uri(text, "https", "http"));
    Optional<Usd> secondApprover =
        environment.optional(
            "SECOND_APPROVER_ABOVE_USD",
            Optional.<Usd>empty(),
            USD,
            "500",
            text -> Optional.of(positive(text)));
    Language language =
        environment.optional(
            "DISCORD_LANGUAGE", Language.ENGLISH, "en, de or zh-CN", "de", Configuration::language);
    Map<String, Role> roles = new HashMap<>();
    for (Role role : Role.values()) {
      String name = "DISCORD_" + role.name() + "_ROLE_ID";
      Optional<String> id =
          role == Role.VIEWER
              ? Optional.of(
                      environment.optional(
                          name, "", SNOWFLAKE, "1180000000000000010", Configuration::id))
                  .filter(text -> !text.isEmpty())
              : snowflake(name);
      id.ifPresent(found -> roles.put(found, role));
    }
    if (token.isEmpty() || guild.isEmpty() || channel.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Discord(
            new DiscordSettings(token.get(), api + "/", guild.get()),
            new Access(guild.get(), Set.of(channel.get()), roles),
            channel.get(),
            audit,
            secondApprover,
            language));
  }

  private static Language language(String text) {
    return Language.of(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private Optional<String> snowflake(String name) {
    return environment.required(name, SNOWFLAKE, "1180000000000000001", Configuration::id);
  }

  private static String id(String text) {
    return matching(text, "\\d{15,20}");
  }

  private Optional<KalshiSettings> kalshi() {
    Optional<String> key =
        environment.required(
            "KALSHI_API_KEY",
            "the id of your API key",
            "a952bcbe-ec3b-4b5b-b8f9-11dae589608c",
            text -> matching(text, "[A-Za-z0-9-]{8,64}"));
    Optional<Secret> secret =
        environment.secret(
            "KALSHI_API_SECRET", "the private key as PEM", "-----BEGIN RSA PRIVATE KEY-----…");
    URI rest =
        environment.optional(
            "KALSHI_API_URL",
            URI.create("https://external-api.kalshi.com/trade-api/v2"),
            "an http(s) address",
            "https://external-api.demo.kalshi.co/trade-api/v2",
            text -> Environment.uri(text, "https", "http"));
    URI socket =
        environment.optional(
            "KALSHI_SOCKET_URL",
            URI.create("wss://external-api-ws.kalshi.com/trade-api/ws/v2"),
            "a ws(s) address",
            "wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2",
            text -> Environment.uri(text, "wss", "ws"));
    if (key.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KalshiSettings(
            rest,
            socket,
            new KalshiSettings.Credentials(key.get(), secret.get()),
            KalshiSettings.Budget.BASIC,
            KalshiSettings.Timing.USUAL));
  }

  private Optional<PolymarketSettings> polymarket() {
    Optional<String> wallet =
        environment.required(
            "POLYMARKET_API_KEY",
            "the address of the wallet that holds the money",
            "0x52908400098527886E0F7030069857D2E4169EE7",
            text -> matching(text, "0x[0-9a-fA-F]{40}"));
    Optional<Secret> key =
        environment.secret(
            "POLYMARKET_PRIVATE_KEY", "the private key of the signer: 64 hex digits", "4c0883a6…");
    SignatureType type =
        environment.optional(
            "POLYMARKET_SIGNATURE_TYPE",
            SignatureType.POLY_1271,
            "EOA, PROXY, SAFE or DEPOSIT_WALLET",
            "DEPOSIT_WALLET",
            Configuration::signatureType);
    Duration late =
        seconds(
            "POLYMARKET_LATE_ARRIVAL_SECONDS",
            PolymarketSettings.Limits.DEFAULT.lateArrivalWindow());
    boolean ledger =
        environment.optional(
            "POLYMARKET_POSITION_LEDGER", false, "true or false", "true", Configuration::flag);
    PolymarketSettings.Endpoints endpoints = endpoints();
    if (wallet.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    PolymarketSettings.Limits usual = PolymarketSettings.Limits.DEFAULT;
    return Optional.of(
        new PolymarketSettings(
            endpoints,
            new PolymarketSettings.Account(
                key.get(), type, wallet.get(), null, PolymarketSettings.Account.POLYGON),
            new PolymarketSettings.Limits(
                late, usual.confirmEvery(), usual.postOnlyAfterRestart(), usual.readLimit()),
            ledger));
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static SignatureType signatureType(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "EOA" -> SignatureType.EOA;
      case "PROXY" -> SignatureType.POLY_PROXY;
      case "SAFE" -> SignatureType.POLY_GNOSIS_SAFE;
      case "DEPOSIT_WALLET" -> SignatureType.POLY_1271;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private PolymarketSettings.Endpoints endpoints() {
    PolymarketSettings.Endpoints usual = PolymarketSettings.Endpoints.PRODUCTION;
    return new PolymarketSettings.Endpoints(
        http("POLYMARKET_CLOB_URL", usual.clob()),
        http("POLYMARKET_GAMMA_URL", usual.gamma()),
        http("POLYMARKET_DATA_URL", usual.data()),
        environment.optional(
            "POLYMARKET_SOCKET_URL",
            usual.stream(),
            "a ws(s) address",
            usual.stream().toString(),
            text -> Environment.uri(text, "wss", "ws")),
        http("POLYMARKET_GEOBLOCK_URL", usual.geoblock()));
  }

  private URI http(String name, URI otherwise) {
    return environment.optional(
        name,
        otherwise,
        "an http(s) address",
        otherwise.toString(),
        text -> Environment.uri(text, "https", "http"));
  }

  private Settings.Buying buying() {
    return new Settings.Buying(
        environment.optional(
            "EXECUTION_PLAN",
            Tactic.TAKER_TAKER,
            "taker_taker, sequential or maker_taker",
            "taker_taker",
            text -> Tactic.valueOf(text.toUpperCase(Locale.ROOT))),
        environment.optional(
            "MAKER_VENUE",
            RestingSettings.DEFAULTS.venue(),
            "polymarket or kalshi",
            "polymarket",
            Configuration::venue),
        fraction("MIN_MAKER_THRESHOLD", "0.003"));
  }

  private static VenueId venue(String code) {
    return Stream.of(VenueId.POLYMARKET, VenueId.KALSHI)
        .filter(venue -> venue.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such venue: " + code));
  }

  private Settings.Trading trading() {
    return new Settings.Trading(
        fraction("MIN_ARBITRAGE_THRESHOLD", "0.01"),
        fraction("SLIPPAGE_TOLERANCE", "0.02"),
        usd("MAX_TRADE_SIZE", "1000"),
        usd("MAX_POSITION_PER_MARKET", "5000"),
        environment.optional(
            "MIN_TRADE_SHARES",
            Quantity.ofShares(50),
            "shares, above 0",
            "50",
            Configuration::shares),
        usd("MAX_DAILY_LOSS", "50"),
        new Settings.Waits(
            seconds("ORDER_TIMEOUT_SECONDS", Duration.ofSeconds(30)),
            seconds("PAIR_COOLDOWN_SECONDS", Duration.ofSeconds(30)),
            seconds("CATALOG_REFRESH_SECONDS", Duration.ofMinutes(5)),
            seconds("ENGINE_STALL_SECONDS", Duration.ofSeconds(5)),
            millis("BOOK_CONFIRM_MILLIS", Limits.Timing.DEFAULTS.confirmation(), 5_000),
            environment.optional(
                "REHEARSAL_SECONDS",
                Duration.ofSeconds(20),
                "whole seconds, 0 to 120",
                "20",
                text -> Duration.ofSeconds(whole(text, 0, 120)))),
        new Settings.Paper(
            usd("PAPER_CASH", "10000"),
            millis("PAPER_LATENCY_MILLIS", PaperSettings.DEFAULTS.latency(), 10_000)),
        buying());
  }

  private Settings.Service service(Settings.Storage storage) {
    return new Settings.Service(
        environment.optional(
            "HEALTH_PORT", 9464, "a port, 0 to 65535", "9464", text -> whole(text, 0, 65_535)),
        environment.optional(
            "NTP_SERVER",
            Optional.of("time.cloudflare.com"),
            "the name of an NTP server, or off",
            "time.cloudflare.com",
            text ->
                Optional.of(matching(text, "[A-Za-z0-9.:-]{1,253}")).filter(t -> !t.equals("off"))),
        logging(secrets(storage)));
  }

  /** All that were read, so this comes last. */
  private List<Secret> secrets(Settings.Storage storage) {
    return Stream.concat(
            environment.secrets().stream(),
            storage.url().map(DatabaseUrl::password).filter(word -> !word.isBlank()).stream()
                .map(Secret::of))
        .toList();
  }

  private Settings.Logging logging(List<Secret> secrets) {
    return new Settings.Logging(
        environment.optional(
            "LOG_FORMAT",
            false,
            "text or json",
            "text",
            text -> matching(text, "text|json").equals("json")),
        environment.optional(
            "LOG_LEVEL",
            "INFO",
            "ERROR, WARN, INFO or DEBUG",
            "INFO",
            text -> matching(text.toUpperCase(Locale.ROOT), "ERROR|WARN|INFO|DEBUG")),
        environment.optional(
            "LOG_FILE",
            Optional.empty(),
            "a file",
            "data/desk.log",
            text -> Optional.of(Path.of(text))),
        secrets);
  }

  private Ratio fraction(String name, String otherwise) {
    return environment.optional(
        name,
        Ratio.parseFraction(otherwise),
        "a fraction between 0 and 1 (0.01 is one per cent)",
        otherwise,
        text -> {
          Ratio ratio = Ratio.parseFraction(text);
          if (ratio.bps() <= 0 || ratio.bps() >= 10_000) {
            throw new IllegalArgumentException(text);
          }
          return ratio;
        });
  }

  private Usd usd(String name, String otherwise) {
    return environment.optional(
        name, Usd.parse(otherwise), USD, otherwise, Configuration::positive);
  }

  private static Usd positive(String text) {
    Usd usd = Usd.parse(text);
    if (!usd.isGreaterThan(Usd.ZERO)) {
      throw new IllegalArgumentException(text);
    }
    return usd;
  }

  private Duration seconds(String name, Duration otherwise) {
    return environment.optional(
        name,
        otherwise,
        SECONDS,
        Long.toString(otherwise.toSeconds()),
        text -> Duration.ofSeconds(whole(text, 1, 86_400)));
  }

  private Duration millis(String name, Duration otherwise, int most) {
    return environment.optional(
        name,
        otherwise,
        "whole milliseconds, 0 to " + most,
        Long.toString(otherwise.toMillis()),
        text -> Duration.ofMillis(whole(text, 0, most)));
  }

  private static Quantity shares(String text) {
    Quantity shares = Quantity.parse(text);
    if (shares.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return shares;
  }

  private static int whole(String text, int from, int to) {
    int value = Integer.parseInt(text);
    if (value < from || value > to) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static String matching(String text, String pattern) {
    if (!text.matches(pattern)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
