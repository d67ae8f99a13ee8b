package pairdesk.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.command.Commands;
import pairdesk.bot.command.StatusCard;
import pairdesk.bot.console.AuditedRefusals;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.discord.AnswerTimes;
import pairdesk.bot.discord.DiscordBot;
import pairdesk.bot.notify.Notices;
import pairdesk.bot.notify.Notifier;
import pairdesk.bot.notify.StatusBoard;
import pairdesk.bot.review.Actions;
import pairdesk.bot.review.ChangedRules;
import pairdesk.bot.review.ReactionReview;
import pairdesk.bot.review.SecondApproval;
import pairdesk.engine.control.Controls;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairId;
import pairdesk.persistence.Database;

/** Everything that people and scripts talk to. Discord is connected in the background, for ever. */
final class ConsoleProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleProcess.class);
  private static final Duration RETRY_FIRST = Duration.ofSeconds(10);

  /** Discord takes a bot's token away that begins more than 1,000 sessions a day. */
  private static final Duration RETRY_AT_LEAST = Duration.ofMinutes(5);

  private static final long REFUSALS_SECONDS = 60;

  private final Settings settings;
  private final Console console;
  private final AuditedRefusals refusals;
  private final ScheduledExecutorService refusalWriter =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("refused suggestions").factory());
  private final AnswerTimes times;
  private final LateMessenger messenger = new LateMessenger();
  private final SecondApproval second;
  private final Notifier notifier;
  private final StatusBoard board;
  private final LocalPort port;
  private volatile @Nullable DiscordBot bot;
  private @Nullable Thread connecting;

  ConsoleProcess(Settings settings, Database database, Trading trading, InstantSource clock) {
    this.settings = settings;
    Desk.Rows rows = Desk.Rows.of(database);
    this.times = new AnswerTimes(clock, trading.metrics());
    Desk desk = desk(settings, rows, trading, clock);
    var places = new Places(settings.discord().deskChannel(), settings.discord().auditChannel());
    var changedRules = new ChangedRules(desk, trading.listings().matches(), messenger, places);
    this.notifier = new Notifier(messenger, desk, places, changedRules::askAgain);
    this.second = new SecondApproval(desk, messenger, places);
    this.refusals = new AuditedRefusals(rows.audit(), clock, refusalWriter);
    this.console =
        new Console(
            new Console.Parts(
                settings.discord().access(),
                Commands.all(desk, trading.listings().matches(), messenger, places),
                Actions.all(desk, messenger, places),
                new ReactionReview(desk, messenger, places),
                refusals,
                () -> banner(trading.view())));
    this.board =
        new StatusBoard(
            messenger,
            rows.boards(),
            places,
            () -> StatusCard.of(desk, desk.texts()).withFooter(banner(trading.view())),
            StatusBoard.EVERY);
    this.port =
        LocalPort.start(
            settings.service().healthPort(),
            new LocalPort.Sources(
                trading::view,
                trading::stalled,
                trading::isRehearsing,
                () -> bot != null,
                trading.metrics()::scrape,
                () -> GapsAnswer.of(desk),
                clock));
  }

  private Desk desk(Settings settings, Desk.Rows rows, Trading trading, InstantSource clock) {
    var engine =
        new ConsoleDesk.Engine(
            trading::view,
            trading.inbox(),
            trading.listings()::want,
            trading::objectionsToLive,
            trading::books,
            Trading.strategyNames(settings.trading()),
            settings.discord().secondApproverAbove(),
            settings.discord().language());
    return new ConsoleDesk(engine, trading.listings()::market, times::p99, rows, clock);
  }

  private static String banner(EngineView view) {
    Controls controls = view.desk().controls();
    return "Pairdesk · " + controls.mode() + (controls.halted() ? " · HALTED" : "");
  }

  Notices notices() {
    return notifier;
  }

  int port() {
    return port.port();
  }

  void start() {
    var _ =
        refusalWriter.scheduleWithFixedDelay(
            refusals::step, REFUSALS_SECONDS, REFUSALS_SECONDS, TimeUnit.SECONDS);
    List<PairId> waiting = second.takeBack();
    connecting = Thread.ofVirtual().name("discord").start(() -> connect(waiting));
  }

  private void connect(List<PairId> waiting) {
    Duration pause = RETRY_FIRST;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        DiscordBot started = DiscordBot.start(settings.discord().bot(), console, times);
        bot = started;
        messenger.connect(started);
        board.start();
        LOG.info("Discord is connected");
        second.show(waiting);
        Thread.ofVirtual().name("missed reactions").start(started::readMissedReactions);
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) { // trading does not wait for Discord; it is tried again
        LOG.atError()
            .addKeyValue("cause", e.getMessage())
            .addKeyValue("remedy", "`pairdesk doctor` names the setting")
            .log("Discord is not connected");
        pause(pause);
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(RETRY_AT_LEAST) < 0 ? next : RETRY_AT_LEAST;
      }
    }
  }

  private static void pause(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Thread thread = connecting;
    if (thread != null) {
      thread.interrupt();
    }
    notifier.close();
    board.close();
    DiscordBot running = bot;
    if (running != null) {
      running.close();
    }
    refusals.finish();
    refusalWriter.close();
    port.close();
  }
}
