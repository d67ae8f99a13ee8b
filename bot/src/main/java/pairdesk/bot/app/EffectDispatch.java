package pairdesk.bot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EffectRunner;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.time.Timers;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.MarketFeed;

/** Hands each effect to whoever carries it out. Runs on the engine thread and does not wait. */
final class EffectDispatch implements EffectRunner {
  private final Parts parts;
  private final Consumer<EngineEvent> inbox;

  /**
   * @param markets what is known of a market, from memory
   */
  record Parts(
      OrderTasks orders,
      AccountReads accounts,
      Consumer<Claim> redeem,
      Map<VenueId, MarketFeed> feeds,
      Function<MarketId, Optional<Market>> markets,
      Journal journal,
      Notices notices,
      Timers timers) {}

  EffectDispatch(Parts parts, Consumer<EngineEvent> inbox) {
    this.parts = parts;
    this.inbox = inbox;
  }

  /** Orders first: rows and notices of the same decision can wait, a price cannot. */
  @Override
  public void run(List<Effect> effects) {
    List<JournalRecord> rows = new ArrayList<>();
    List<Effect> others = new ArrayList<>();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Submit submit -> parts.orders().submit(submit);
        case Effect.Write(var row) -> rows.add(row);
        case Effect.Cancel _,
            Effect.CancelAll _,
            Effect.LookUp _,
            Effect.ReadAccount _,
            Effect.Redeem _,
            Effect.Watch _,
            Effect.ReadBooks _,
            Effect.WakeAt _,
            Effect.Tell _ ->
            others.add(effect);
      }
    }
    if (!rows.isEmpty()) {
      parts.journal().append(rows);
    }
    others.forEach(this::run);
  }

  private void run(Effect effect) {
    switch (effect) {
      case Effect.Submit _, Effect.Write _ -> {}
      case Effect.Cancel cancel -> parts.orders().cancel(cancel);
      case Effect.CancelAll() -> parts.orders().cancelAll();
      case Effect.LookUp lookUp -> parts.orders().lookUp(lookUp);
      case Effect.ReadAccount(var venue, var since) -> parts.accounts().read(venue, since);
      case Effect.Redeem(var claim) -> parts.redeem().accept(claim);
      case Effect.Watch(var markets) -> watch(markets);
      case Effect.ReadBooks(var markets) -> confirm(markets);
      case Effect.WakeAt(var due, var key) ->
          parts.timers().at(due, () -> inbox.accept(new EngineEvent.TimerFired(key, due)));
      case Effect.Tell(var notice) -> parts.notices().tell(notice);
    }
  }

  private void confirm(Set<MarketId> wanted) {
    parts
        .feeds()
        .forEach((venue, feed) -> {
          List<MarketId> own = wanted.stream().filter(id -> id.venue().equals(venue)).toList();
          if (!own.isEmpty()) {
            feed.confirm(own);
          }
        });
  }

  private void watch(Set<MarketId> wanted) {
    parts
        .feeds()
        .forEach((venue, feed) ->
            feed.watch(
                wanted.stream()
                    .filter(id -> id.venue().equals(venue))
                    .sorted()
                    .map(parts.markets())
                    .flatMap(Optional::stream)
                    .collect(Collectors.toList())));
  }
}
