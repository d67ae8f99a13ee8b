package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pairdesk.bot.app.Logs;
import pairdesk.bot.wire.DiscordTap;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.demo.ChatUser;
import pairdesk.sandbox.demo.DemoFailure;
import pairdesk.sandbox.demo.DeskChild;
import pairdesk.sandbox.demo.LedgerCheck;
import pairdesk.sandbox.demo.Patience;
import pairdesk.sandbox.demo.Truth;

/** A sandbox, and the desk as a process of its own that trades there. */
final class Rig implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(60);

  /** Venue, outcome, shares and average. */
  private static final Pattern HELD =
      Pattern.compile("(?m)^(Kalshi|Polymarket) (YES|NO) +[0-9.]+ +\\$[0-9.]+");

  private static final Pattern APPROVED = Pattern.compile("Pair (\\d+) is APPROVED");
  private static final String CHANNEL = "desk";
  private static final SandboxOptions.Money RICH =
      new SandboxOptions.Money(
          Map.of(0, Usd.ofDollars(100_000), 2, Usd.ofDollars(100_000), 3, Usd.ofDollars(100_000)),
          Usd.ofDollars(300_000));

  private final Sandbox sandbox;
  private final DeskChild desk;
  private final Map<String, String> settings;
  private final Path folder;
  private final Truth truth;
  private final Control control;
  private final Control discord;
  private final ChatUser operator;
  private final ChatUser admin;
  private final Iterator<Control.TruePair> unused;

  private Rig(Sandbox sandbox, DeskChild desk, Map<String, String> settings, Path folder) {
    this.sandbox = sandbox;
    this.desk = desk;
    this.settings = settings;
    this.folder = folder;
    this.truth = new Truth(sandbox.controlUrl());
    this.control = new Control(sandbox.controlUrl());
    this.discord = new Control(sandbox.discord().pageUrl().replaceFirst("/$", ""));
    Patience.untilTrue("the desk to be ready", Duration.ofSeconds(90), this::isReady);
    this.operator = new ChatUser(sandbox.discord().pageUrl(), "operator");
    this.admin = new ChatUser(sandbox.discord().pageUrl(), "admin");
    this.unused = control.samePairs().iterator();
  }

  /**
   * The participants stand still: gaps open when a test opens them.
   *
   * @param folder for data and log
   */
  static Rig start(Path folder) throws IOException {
    return still(folder, Map.of());
  }

  /**
   * The same, with settings beside the usual ones.
   *
   * @param folder for data and log
   */
  static Rig still(Path folder, Map<String, String> more) throws IOException {
    Rig rig = start(folder, SandboxOptions.seeded(11), more);
    rig.control.post("book", "{'flow':'stop'}");
    return rig;
  }

  /** The participants quote and trade, and open gaps by themselves; no day's loss ends that. */
  static Rig lively(Path folder, long seed) throws IOException {
    return start(folder, SandboxOptions.seeded(seed).with(RICH), Map.of("MAX_DAILY_LOSS", "10000"));
  }

  /** The same, with a database that outlives the desk, and no breaker that ends the load. */
  static Rig lively(Path folder, long seed, DatabaseUrl database) throws IOException {
    return start(
        folder,
        SandboxOptions.seeded(seed).with(RICH),
        Map.of("MAX_DAILY_LOSS", "10000", "DATABASE_URL", database.jdbcUrl()));
  }

  /**
   * As {@link #start(Path)}, and what the bot says to Discord goes by way of a tap.
   *
   * @param tap made for the address of Discord's interface
   */
  static Rig tapped(Path folder, Function<String, DiscordTap> tap) throws IOException {
    Sandbox sandbox = Sandbox.start(SandboxOptions.seeded(11), Clock.systemUTC());
    String by = tap.apply(sandbox.discord().apiBase()).apiBase();
    Rig rig = start(folder, sandbox, Map.of("DISCORD_API_URL", by));
    rig.control.post("book", "{'flow':'stop'}");
    return rig;
  }

  private static Rig start(Path folder, SandboxOptions options, Map<String, String> more)
      throws IOException {
    return start(folder, Sandbox.start(options, Clock.systemUTC()), more);
  }

  private static Rig start(Path folder, Sandbox sandbox, Map<String, String> more)
      throws IOException {
    Logs.configure(false, "WARN");
    Map<String, String> settings = new HashMap<>(sandbox.environment());
    settings.put("DATA_DIR", folder.resolve("data").toString());
    settings.put("MAX_TRADE_SIZE", "60");
    settings.put("PAIR_COOLDOWN_SECONDS", "1");
    settings.put("CATALOG_REFRESH_SECONDS", "10");
    settings.putAll(more);
    var desk = new DeskChild(Program.command("run"), settings, folder.resolve("desk.log"));
    try {
      return new Rig(sandbox, desk, settings, folder);
    } catch (RuntimeException e) {
      desk.close();
      sandbox.close();
      throw new AssertionError(Files.readString(desk.log()), e);
    }
  }

  private boolean isReady() {
    return desk.ask("/health")
        .map(h -> h.path("discord").asBoolean() && h.path("ready").asBoolean())
        .orElse(false);
  }

  /** Approves so many pairs, or all that the matcher lets pass. */
  void approve(int pairs) {
    int approved = 0;
    while (approved < pairs && unused.hasNext()) {
      approved += approve(unused.next()).isPresent() ? 1 : 0;
    }
  }

  /** Switches a fault of the local Discord on; a body with ' for ". */
  void discord(String wish) {
    discord.post("discord", wish);
  }

  /** The person who may do everything. */
  ChatUser admin() {
    return admin;
  }

  void goPaper() {
    admin.command(CHANNEL, "mode", Map.of("set", "paper"));
  }

  /** The legs that {@code /positions} shows of this account, without what changes by itself. */
  List<String> positions(String account) {
    Map<String, String> which = Map.of("account", account);
    JsonNode answer = operator.command(CHANNEL, "positions", which);
    return HELD.matcher(String.join("\n", answer.findValuesAsText("content")))
        .results()
        .map(leg -> leg.group().replaceAll(" +", " "))
        .toList();
  }

  /** Ends the desk as a power cut would, and starts it again. */
  void killAndRestart() throws InterruptedException {
    desk.killAndRestart();
    try {
      Patience.untilTrue("the desk to be ready again", Duration.ofSeconds(90), this::isReady);
    } catch (RuntimeException e) {
      throw new AssertionError(log(), e);
    }
  }

  /** Ends the desk as a power cut would, and leaves it at that. */
  void kill() throws InterruptedException {
    desk.kill();
  }

  /** Starts a desk that was killed. */
  void spawn() {
    desk.restart();
  }

  /** Waits until the desk knows how it stands with every venue. */
  void awaitReconciled() {
    try {
      Patience.untilTrue("the desk to be reconciled", Duration.ofSeconds(90), this::isReconciled);
    } catch (RuntimeException e) {
      throw new AssertionError(log(), e);
    }
  }

  private boolean isReconciled() {
    return desk.ask("/health")
        .filter(health -> health.path("alive").asBoolean())
        .filter(health -> !health.path("reasons").toString().contains("not reconciled"))
        .isPresent();
  }

  /** LIVE again, when a restart or a slow moment has taken it away. */
  void keepTrading() {
    awaitConsole();
    if (!health("mode").asText().equals("LIVE")) {
      goLive();
    }
  }

  /** MONITOR, of a desk whose console has just come back and may answer late. */
  void rest() {
    awaitConsole();
    Patience.untilTrue(
        "MONITOR",
        LIMIT,
        () -> {
          try {
            goMonitor();
          } catch (DemoFailure e) {
            return false;
          }
          return health("mode").asText().equals("MONITOR");
        });
  }

  private void awaitConsole() {
    Patience.untilTrue("the console to be back", LIMIT, () -> health("discord").asBoolean());
  }

  private JsonNode health(String what) {
    return desk.ask("/health").map(health -> health.path(what)).orElse(MissingNode.getInstance());
  }

  /** A signal as {@code kill -NAME} sends it. */
  void signal(String name) throws InterruptedException {
    try {
      int code =
          new ProcessBuilder("kill", "-" + name, Long.toString(desk.pid())).start().waitFor();
      assertEquals(0, code, "kill -" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another command of {@code pairdesk}, with the desk's own settings. */
  Program program(String... arguments) {
    return Program.start(folder, settings, arguments);
  }

  boolean isHalted() {
    return health("halted").asBoolean();
  }

  /** Looks for so long; no request that could change orders is made. */
  void neverTrades(int requestsBefore, Duration look) {
    long end = System.nanoTime() + look.toNanos();
    Patience.untilTrue(
        "the time to pass",
        look.plusSeconds(5),
        () -> {
          assertEquals(requestsBefore, control.requests(), this::log);
          return System.nanoTime() > end;
        });
  }

  void goMonitor() {
    admin.command(CHANNEL, "mode", Map.of("set", "monitor"));
  }

  /** What the desk counts, as Prometheus reads it. */
  Figures figures() {
    return Figures.of(Patience.until("/metrics", LIMIT, () -> desk.read("/metrics")));
  }

  /** Collects the desk's garbage. */
  void collect() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      int code =
          new ProcessBuilder(jcmd, Long.toString(desk.pid()), "GC.run")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assertEquals(0, code, "jcmd");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Orders that reached a venue twice. */
  Set<String> doubled() {
    return truth.doubled();
  }

  Control control() {
    return control;
  }

  /** A pair that no test has used, with flat books, approved. */
  Watched approvePair() {
    while (unused.hasNext()) {
      Control.TruePair pair = unused.next();
      var watched = new Watched(pair, 0);
      watched.closeGap();
      Optional<Long> number = approve(pair);
      if (number.isPresent()) {
        return new Watched(pair, number.get());
      }
    }
    throw new IllegalStateException("no true pair is left that the matcher lets pass");
  }

  private Optional<Long> approve(Control.TruePair pair) {
    Map<String, String> both = Map.of("kalshi", pair.kalshi(), "polymarket", pair.polymarket());
    Matcher said = APPROVED.matcher(description(operator.command(CHANNEL, "approve_pair", both)));
    return said.find() ? Optional.of(Long.valueOf(said.group(1))) : Optional.empty();
  }

  void goLive() {
    Patience.untilTrue(
        "LIVE",
        LIMIT,
        () ->
            description(admin.commandWithWord(CHANNEL, "mode", Map.of("set", "live"), "LIVE"))
                .startsWith("LIVE"));
  }

  /** Another value of a limit; the question that a looser one asks is answered. */
  void limit(String name, String value) {
    JsonNode answer = admin.command(CHANNEL, "set_limit", Map.of("limit", name, "value", value));
    List<String> buttons = answer.path("components").findValuesAsText("custom_id");
    if (!buttons.isEmpty()) {
      admin.press(answer.path("id").asText(), buttons.getFirst(), "");
    }
  }

  /** Everything in order again: no faults, no breakers, LIVE. */
  void restore() {
    control.forgetRules();
    Patience.untilTrue("the desk to be ready again", LIMIT, this::isReady);
    goLive();
  }

  /** The desk's books in exact integers. */
  JsonNode ledger() {
    return Patience.until("the ledger", LIMIT, () -> desk.ask("/ledger"));
  }

  /** What {@code /status} says, in one text. */
  String status() {
    JsonNode card = operator.command(CHANNEL, "status", Map.of()).path("embeds").path(0);
    return card.path("title").asText() + card.path("fields");
  }

  /** What {@code /opportunities} says. */
  String opportunities() {
    return description(operator.command(CHANNEL, "opportunities", Map.of()));
  }

  /** What must be so when all is done; empty when it is. */
  List<String> open() {
    var open = new ArrayList<String>();
    JsonNode ledger = ledger();
    if (!truth.isSettled()) {
      open.add("trades are being settled");
    }
    if (ledger.path("open_orders").asLong() + ledger.path("open_executions").asLong() > 0) {
      open.add("the desk has something open");
    }
    if (!ledger.path("unhedged_e6").asText().equals("0")) {
      open.add("unhedged: " + ledger.path("unhedged_e6").asText());
    }
    open.addAll(LedgerCheck.differences(truth.books(), LedgerCheck.ofDesk(ledger)));
    return open;
  }

  /** Waits until nothing is open and the books agree to the last unit. */
  void awaitAgreement() {
    var last = new ArrayList<String>();
    try {
      Patience.untilTrue(
          "agreement",
          LIMIT,
          () -> {
            last.clear();
            last.addAll(open());
            return last.isEmpty();
          });
    } catch (RuntimeException e) {
      throw new AssertionError(
          last + "\n" + operator.command(CHANNEL, "status", Map.of()) + "\n" + log(), e);
    }
  }

  /** The desk's log. */
  String log() {
    try {
      return Files.readString(desk.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String description(JsonNode message) {
    return message.path("embeds").path(0).path("description").asText();
  }

  private static String title(JsonNode message) {
    return message.path("embeds").path(0).path("title").asText();
  }

  /** Whatever was tried: nothing secret has come into the log. */
  @Override
  public void close() {
    operator.close();
    admin.close();
    control.close();
    discord.close();
    desk.close();
    sandbox.close();
    Secrets.areNotIn(log(), settings);
  }

  /** An approved pair: its books are what the test says. */
  final class Watched {
    private final Control.TruePair pair;
    private final long number;

    private Watched(Control.TruePair pair, long number) {
      this.pair = pair;
      this.number = number;
    }

    /** YES costs 0.40 on Kalshi and NO 0.54 on Polymarket, 80 shares each; little beyond. */
    void openGap() {
      polymarket("'bids':[" + level("0.46", 80) + "," + level("0.38", 5_000) + "],", "0.48");
      kalshi("0.40");
    }

    /**
     * NO can be bid for between 0.52 and this ask on Polymarket, while Kalshi sells 500 shares of
     * YES at that price.
     */
    void openRestingGap(String yes, String noAsk) {
      String bid = Price.parse(noAsk).complement().toString();
      polymarket("'bids':[" + level(bid, 500) + "," + level("0.38", 5_000) + "],", "0.48");
      book("kalshi", pair.kalshi(), "'bids':[" + level("0.36", 5_000) + "],", level(yes, 500));
    }

    /** Both venues say the same. */
    void closeGap() {
      kalshi("0.48");
      polymarket("'bids':[" + level("0.38", 5_000) + "],", "0.48");
    }

    /** Kalshi's book with this ask for YES. */
    void kalshi(String ask) {
      book("kalshi", pair.kalshi(), "'bids':[" + level("0.36", 5_000) + "],", level(ask, 80));
    }

    private void polymarket(String bids, String ask) {
      book("polymarket", pair.polymarket(), bids, level(ask, 80));
    }

    private void book(String venue, String market, String bids, String bestAsk) {
      control.post(
          "book",
          "{'venue':'%s','market':'%s',%s'asks':[%s,%s]}"
              .formatted(venue, market, bids, bestAsk, level("0.60", 5_000)));
    }

    private static String level(String price, int shares) {
      return "{'price':'%s','quantity':'%d'}".formatted(price, shares);
    }

    Control.TruePair pair() {
      return pair;
    }

    /** State of the latest execution of this pair, as its message says; empty: there is none. */
    String execution() {
      String prefix = "Execution · pair " + number + " · ";
      return operator.seen(m -> title(m).startsWith(prefix)).stream()
          .map(m -> title(m).substring(prefix.length()))
          .reduce("", (first, second) -> second);
    }

    /** How many messages there are about executions of this pair. */
    int executionMessages() {
      String prefix = "Execution · pair " + number + " · ";
      return operator.seen(m -> title(m).startsWith(prefix)).size();
    }

    void awaitExecution(String states) {
      try {
        Patience.untilTrue(
            "an execution of pair " + number + " in " + states,
            LIMIT,
            () -> execution().matches(states));
      } catch (RuntimeException e) {
        throw new AssertionError(
            "found \"" + execution() + "\"\n" + opportunities() + "\n" + log(), e);
      }
    }

    /** Shares of YES on Kalshi and of NO on Polymarket, in millionths. */
    List<Long> legs() {
      return List.of(
          control.held("kalshi", pair.kalshi(), "yes"),
          control.held("polymarket", pair.polymarket(), "no"));
    }
  }
}
