package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.order.Fill;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeListener;

/** One venue's private stream: our orders and fills; lost, doubled, swapped, silent for a while. */
final class PrivateStream implements ExchangeListener {
  private static final Duration MEDIAN = Duration.ofMillis(15);

  private final World world;
  private final House house;
  private Instant last = Instant.EPOCH;
  private Instant silentUntil = Instant.EPOCH;

  PrivateStream(World world, House house) {
    this.world = world;
    this.house = house;
  }

  /** Half-open: everything in this time is lost, then it reconnects and says so. */
  void silent(Duration span) {
    silentUntil = world.time().instant().plus(span);
    world
        .time()
        .at(
            silentUntil,
            "reconnected",
            () ->
                world.desk().hear(new EngineEvent.AccountDoubtful(house.id(), "the stream broke")));
  }

  @Override
  public void on(ExchangeEvent event) {
    house.fills(event).forEach(this::filled);
    house.update(event).ifPresent(update -> tell(new EngineEvent.OrderUpdated(update)));
  }

  private void filled(Fill fill) {
    tell(new EngineEvent.FillReported(fill));
  }

  private void tell(EngineEvent event) {
    Faults.Streams odds = world.faults().streams();
    if (world.time().instant().isBefore(silentUntil) || world.chance().in(odds.lost())) {
      return;
    }
    deliver(event, odds);
    if (world.chance().in(odds.twice())) {
      deliver(event, odds);
    }
  }

  /** In order, unless it is swapped with what comes after. */
  private void deliver(EngineEvent event, Faults.Streams odds) {
    Instant due = world.time().instant().plus(world.chance().latency(MEDIAN, odds.heavy()));
    if (world.chance().in(odds.swapped())) {
      due = due.plus(world.chance().millis(1, 500));
    } else {
      due = due.isAfter(last) ? due : last.plusNanos(1);
      last = due;
    }
    world.time().at(due, "stream", () -> world.desk().hear(event));
  }
}
