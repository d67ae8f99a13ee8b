package pairdesk.bot.scene;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import pairdesk.bot.access.Access;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.command.Commands;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.AuditedRefusals;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.notify.Messenger;
import pairdesk.bot.review.Actions;
import pairdesk.bot.review.ReactionReview;
import pairdesk.bot.text.Language;
import pairdesk.persistence.Database;

/** The console as a whole, wired as the desk wires it. */
public final class Scene implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  public static final Places PLACES = new Places("desk", "audit");
  private static final String GUILD = "guild";
  public static final Access ACCESS =
      new Access(
          GUILD, Set.of("desk"), Map.of("r1", Role.VIEWER, "r2", Role.OPERATOR, "r3", Role.ADMIN));

  /** Stands still until a test moves it. */
  public static final class Clock implements InstantSource {
    public volatile Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final String name = TestDatabase.fresh();
  public final Database database = TestDatabase.open(name);
  public final Desk.Rows rows = Desk.Rows.of(database);
  public final Clock clock = new Clock();
  public final FakeDesk desk = new FakeDesk(rows, clock);
  public final FakeMatches matches = new FakeMatches();
  public final Messages messages = new Messages();
  public final Console console = console(ACCESS, messages, PLACES);
  private final AtomicInteger events = new AtomicInteger();

  /** The console at another place. */
  public Console console(Access access, Messenger messenger, Places places) {
    return new Console(
        new Console.Parts(
            access,
            Commands.all(desk, matches, messenger, places),
            Actions.all(desk, messenger, places),
            new ReactionReview(desk, messenger, places),
            new AuditedRefusals(rows.audit(), clock, Runnable::run),
            () -> "Pairdesk · " + desk.view().desk().controls().mode()));
  }

  /** The database, as {@code DATABASE_URL} names it. */
  public String databaseUrl() {
    return TestDatabase.address(name);
  }

  public Caller viewer() {
    return caller("victor", "r1");
  }

  public Caller operator() {
    return caller("olga", "r2");
  }

  public Caller admin() {
    return caller("ada", "r3");
  }

  /** A member without any of our roles. */
  public Caller stranger() {
    return caller("sam", "r9");
  }

  public Caller caller(String name, String role) {
    return new Caller(
        name, name, Set.of(role), new Caller.Place(GUILD, "desk"), false, nextEvent());
  }

  /** The same person, who reads another language. */
  public Caller reads(Language language, Caller caller) {
    return new Caller(
        caller.userId(),
        caller.name(),
        caller.roleIds(),
        caller.place(),
        caller.bot(),
        caller.event(),
        language);
  }

  public Caller elsewhere(String guild, String channel) {
    return new Caller(
        "ada", "ada", Set.of("r3"), new Caller.Place(guild, channel), false, nextEvent());
  }

  public Caller bot() {
    return new Caller(
        "bot", "bot", Set.of("r3"), new Caller.Place(GUILD, "desk"), true, nextEvent());
  }

  private String nextEvent() {
    return "event-" + events.incrementAndGet();
  }

  /** Runs a command as typed: {@code option, value} one after the other. */
  public Answer run(Caller caller, String command, String... options) {
    var typed = new java.util.LinkedHashMap<String, String>();
    for (int i = 0; i < options.length; i += 2) {
      typed.put(options[i], options[i + 1]);
    }
    return console.command(caller, command, typed);
  }

  /** The id of a button below a question that was put to this caller now. */
  public String asked(Caller caller, String action, Object... what) {
    return Asked.of(caller, NOW).id(action, what).text();
  }

  /** Does to the tables what the program itself never does. */
  public void tamper(String sql) {
    TestDatabase.execute(name, sql);
  }

  /** Everything that a refused request must leave as it was. */
  public String stored() {
    return rows.controls().read()
        + "\n"
        + rows.pairs().list(java.util.EnumSet.allOf(pairdesk.engine.market.PairStatus.class), 1000)
        + "\n"
        + desk.asked
        + messages.done;
  }

  @Override
  public void close() {
    database.close();
  }
}
