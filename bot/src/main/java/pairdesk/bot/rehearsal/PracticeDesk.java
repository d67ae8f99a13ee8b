package pairdesk.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.strategy.Strategy;
import pairdesk.venues.kalshi.KalshiBook;
import pairdesk.venues.kalshi.KalshiHotFrame;

/**
 * The desk's own path on made markets: frame read without detours, immutable book, engine on its
 * thread, and whatever hands it is given. Its time stands still but for a moment between two ticks,
 * so that nothing runs out on a machine that is slow. To be used by one thread.
 */
public final class PracticeDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PracticeDesk.class);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long LOOK_NANOS = 20_000;
  private static final Duration BETWEEN_TICKS = Duration.ofMillis(250);

  private final MadeTime clock;
  private final OrderDoor door;
  private final MadeDesk desk;
  private final Hands.AtWork hands;
  private final EngineLoop loop;
  private final KalshiHotFrame hot = new KalshiHotFrame();
  private final List<KalshiBook> books = new ArrayList<>();
  private final AtomicInteger answers = new AtomicInteger();
  private long versions;
  private volatile long decidedAt;

  /**
   * Times of one tick.
   *
   * @param beganAt when the frame came, on the monotonic clock
   * @param decidedNanos from the frame to what shall be bought
   * @param arrivedNanos from the frame to the last byte of the later order, at the other end of its
   *     socket
   */
  public record Times(long beganAt, long decidedNanos, long arrivedNanos) {}

  /** What is traded, and how it is found. */
  public record Trade(int pairs, List<Strategy> strategies) {
    public Trade {
      strategies = List.copyOf(strategies);
    }
  }

  /**
   * @param clock the clients' too
   * @param clients which send to the door
   */
  public PracticeDesk(
      Trade trade, MadeTime clock, OrderDoor door, VenueClients clients, Hands hands) {
    this.clock = clock;
    this.door = door;
    this.desk = new MadeDesk(trade.pairs());
    this.hands =
        hands.in(
            new Hands.World(
                clients.gateways(),
                Map.of(
                    VenueId.KALSHI, new MadeAccount(VenueId.KALSHI, clock),
                    VenueId.POLYMARKET, new MadeAccount(VenueId.POLYMARKET, clock)),
                desk::market,
                clock),
            this::answered);
    this.loop =
        new EngineLoop(
            desk.engine(trade.strategies(), clock.instant()),
            this::run,
            clock,
            EngineLoop.Settings.DEFAULTS,
            (_, cause) -> LOG.atError().setCause(cause).log("the made engine has failed"));
    for (int pair = 0; pair < desk.pairs(); pair++) {
      books.add(MadeFrames.book());
    }
    loop.start();
    await(this::isReconciled);
  }

  /**
   * Some time passes, and the book of the other leg is confirmed. Returns when the engine has seen
   * it, and all that came before.
   */
  public void prepare(int pair) {
    clock.pass(BETWEEN_TICKS);
    Book opposite = MadeFrames.opposite(desk.polymarket(pair), ++versions, clock.instant());
    report(new EngineEvent.BookChanged(opposite.mirrored()));
    report(new EngineEvent.BookChanged(opposite));
    report(new EngineEvent.ClockMeasured(VenueId.KALSHI, Duration.ZERO)); // a fact is shown at once
    await(() -> !loop.view().at().isBefore(clock.instant()) && isAtRest());
  }

  /**
   * A gap opens in this prepared pair, is bought, and closes again. Returns when both orders are
   * answered.
   *
   * @throws IllegalStateException when not exactly two orders came of it
   */
  public Times tick(int pair) {
    String ticker = desk.kalshi(pair).id().code();
    String opens = MadeFrames.opens(ticker, ++versions);
    String closes = MadeFrames.closes(ticker, versions);
    answers.set(0);

    long start = System.nanoTime();
    read(opens, pair);
    long arrived = arrived();
    var times = new Times(start, decidedAt - start, arrived - start);

    read(closes, pair);
    door.answerBoth();
    await(() -> answers.get() == 2);
    if (door.unexpected() > 0) {
      throw new IllegalStateException(door.unexpected() + " orders too many");
    }
    return times;
  }

  private long arrived() {
    try {
      return door.both();
    } catch (IllegalStateException e) {
      throw new IllegalStateException("the made desk did not buy: " + stand(), e);
    }
  }

  /** What may stand in its way. */
  private String stand() {
    EngineView now = loop.view();
    return "%s, %s, %s, %s"
        .formatted(
            now.desk().venues(),
            now.desk().breakers(),
            now.trading().opportunities().stream().limit(1).toList(),
            now.trading().executions().stream().limit(2).toList());
  }

  private void read(String frame, int pair) {
    if (!hot.readDelta(frame)) {
      throw new IllegalStateException("not read: " + frame);
    }
    KalshiBook book = books.get(pair);
    book.change(hot.outcome(), hot.priceE4(), hot.changeE6());
    Book yes =
        book.yes(
            desk.kalshi(pair).id().yes(),
            ++versions,
            Instant.ofEpochMilli(hot.atMillis()),
            clock.instant());
    report(new EngineEvent.BookChanged(yes));
    report(new EngineEvent.BookChanged(yes.mirrored()));
  }

  private void report(EngineEvent event) {
    loop.report(event);
  }

  private void answered(EngineEvent event) {
    loop.report(event);
    if (event instanceof EngineEvent.SubmitAnswered) {
      answers.incrementAndGet();
    }
  }

  private void run(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Submit) {
        decidedAt = System.nanoTime();
      }
    }
    hands.run(effects);
  }

  private boolean isReconciled() {
    return loop.view().desk().venues().values().stream()
        .allMatch(venue -> venue.reconciled().clean());
  }

  private boolean isAtRest() {
    return loop.view().trading().openExecutions(Mode.LIVE) == 0
        && loop.view().trading().openOrders(Mode.LIVE) == 0;
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !loop.isAlive()) {
        throw new IllegalStateException("the engine does not come to rest: " + loop.view());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public void close() {
    loop.close();
    hands.close();
  }
}
