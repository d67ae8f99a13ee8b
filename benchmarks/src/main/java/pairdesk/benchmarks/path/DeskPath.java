package pairdesk.benchmarks.path;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pairdesk.bot.app.Gateways;
import pairdesk.bot.app.OrderTasks;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.engine.market.VenueId;
import pairdesk.venues.kalshi.KalshiBook;
import pairdesk.venues.kalshi.KalshiHotFrame;

/**
 * The desk's own path: frame read without detours, immutable book, engine on its thread, signatures
 * and commit on a task's thread, each order on a connection of its venue's client.
 */
final class DeskPath implements Path {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final OrderDoor door;
  private final MadeDesk desk;
  private final VenueClients clients;
  private final Stores stores;
  private final InstantSource clock;
  private final OrderTasks orders;
  private final EngineLoop loop;
  private final KalshiHotFrame hot = new KalshiHotFrame();
  private final List<KalshiBook> books = new ArrayList<>();
  private long versions;
  private volatile long decidedAt;

  DeskPath(MadeDesk desk, OrderDoor door, InstantSource clock, Stores stores) {
    this.door = door;
    this.desk = desk;
    this.clock = clock;
    this.stores = stores;
    this.clients = new VenueClients(door, clock);
    this.orders =
        new OrderTasks(
            new OrderTasks.Parts(
                new Gateways(clients.gateways(), Map.of()),
                stores.intents(),
                desk::market,
                () -> true,
                clock),
            this::report);
    this.loop =
        new EngineLoop(
            desk.engine(clock.instant()),
            this::run,
            clock,
            EngineLoop.Settings.DEFAULTS,
            (_, cause) -> cause.printStackTrace());
    for (int pair = 0; pair < desk.pairs(); pair++) {
      books.add(MadeFrames.book());
    }
    loop.start();
    report(MadeDesk.account(VenueId.KALSHI, clock.instant()));
    report(MadeDesk.account(VenueId.POLYMARKET, clock.instant()));
  }

  @Override
  public Times tick(int pair) {
    String ticker = desk.kalshi(pair).id().code();
    String opens = MadeFrames.opens(ticker, ++versions);
    String closes = MadeFrames.closes(ticker, versions);
    Book opposite = MadeFrames.opposite(desk.polymarket(pair), ++versions, clock.instant());
    loop.report(new EngineEvent.BookChanged(opposite.mirrored()));
    loop.report(new EngineEvent.BookChanged(opposite));

    long start = System.nanoTime();
    read(opens, pair);
    long arrived = door.both();
    var times = new Times(decidedAt - start, arrived - start);

    read(closes, pair);
    door.answerBoth();
    awaitRest();
    if (door.unexpected() > 0) {
      throw new IllegalStateException(door.unexpected() + " orders too many");
    }
    return times;
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
    loop.report(new EngineEvent.BookChanged(yes));
    loop.report(new EngineEvent.BookChanged(yes.mirrored()));
  }

  private void report(EngineEvent event) {
    loop.report(event);
  }

  private void run(List<Effect> effects) {
    var rows = new ArrayList<JournalRecord>();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Submit submit -> {
          decidedAt = System.nanoTime();
          orders.submit(submit);
        }
        case Effect.Write(var row) -> rows.add(row);
        case Effect.ReadAccount(var venue, _) ->
            Thread.startVirtualThread(() -> report(MadeDesk.account(venue, clock.instant())));
        case Effect.Cancel _,
            Effect.CancelAll _,
            Effect.LookUp _,
            Effect.Redeem _,
            Effect.Watch _,
            Effect.ReadBooks _,
            Effect.WakeAt _,
            Effect.Tell _ -> {}
      }
    }
    if (!rows.isEmpty()) {
      stores.append(rows);
    }
  }

  /** Until nothing of ours is open. */
  private void awaitRest() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (loop.view().trading().openExecutions(Mode.LIVE) > 0
        || loop.view().trading().openOrders(Mode.LIVE) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("still open: " + loop.view().trading());
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    loop.close();
    orders.close();
    clients.close();
    stores.close();
  }
}
