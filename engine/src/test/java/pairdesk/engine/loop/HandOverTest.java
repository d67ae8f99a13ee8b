package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/** Orders leave as soon as their plan is decided, and nothing else changes. */
class HandOverTest {
  private final VenueBooks venues = new VenueBooks(Usd.ofDollars(5_000));
  private int ids;

  @Test
  void ordersAreHandedOverFirstAndNothingIsLostOrDone() {
    List<Effect> whole = ready().on(gap(), Rig.START);

    var handed = new ArrayList<Effect>();
    List<Effect> rest = ready().on(gap(), Rig.START, handed::addAll);

    assertEquals(orders(whole), handed);
    assertEquals(1, handed.size());
    assertEquals(whole.stream().filter(effect -> !handed.contains(effect)).toList(), rest);
    assertTrue(rest.stream().anyMatch(Effect.Tell.class::isInstance), () -> "no notice: " + rest);
  }

  @Test
  void ordersDoNotWaitForWhatAnotherStrategyFinds() {
    var handed = new ArrayList<Effect>();
    var handedBefore = new ArrayList<List<Effect>>();
    Engine engine =
        ready(List.of(Rig.TAKING, new Later(() -> handedBefore.add(List.copyOf(handed)))));
    handedBefore.clear();

    engine.on(gap(), Rig.START, handed::addAll);

    assertEquals(1, handed.size());
    assertEquals(List.of(handed), handedBefore);
  }

  /** Finds nothing; says when it is asked. */
  private record Later(Runnable asked) implements Strategy {
    @Override
    public String name() {
      return "later";
    }

    @Override
    public List<Opportunity> look(
        MarketView view, Set<MarketId> changed, Instant now, IdSource ids) {
      asked.run();
      return List.of();
    }

    @Override
    public Optional<Opportunity.Bundle> resize(
        Opportunity.Bundle bundle, Quantity shares, MarketView view, Instant now) {
      return Optional.empty();
    }
  }

  @Test
  void noticesAndRowsOfTheDecisionFollowTheOrders() {
    List<Effect> whole = ready().on(gap(), Rig.START);
    int order = whole.indexOf(orders(whole).getFirst());
    assertEquals(
        List.of(), whole.subList(0, order).stream().filter(Effect.Tell.class::isInstance).toList());
  }

  @Test
  void aBatchWithoutOrdersCallsNobody() {
    List<Effect> rest =
        ready()
            .on(
                List.of(new EngineEvent.ClockMeasured(VenueId.KALSHI, Duration.ZERO)),
                Rig.START,
                effects -> {
                  throw new IllegalStateException("handed over: " + effects);
                });
    assertEquals(List.of(), orders(rest));
  }

  private static List<Effect> orders(List<Effect> effects) {
    return effects.stream().filter(Effect.Submit.class::isInstance).toList();
  }

  private static List<EngineEvent> gap() {
    Book yes = SampleMarkets.book(Rig.YES, "0.39 x 5000", "0.40 x 100");
    Book no = SampleMarkets.book(Rig.NO, "0.54 x 5000", "0.55 x 100");
    return List.of(new EngineEvent.BookChanged(yes), new EngineEvent.BookChanged(no));
  }

  private Engine ready() {
    return ready(List.of(Rig.TAKING));
  }

  /** In LIVE with reconciled accounts. */
  private Engine ready(List<Strategy> strategies) {
    ids = 0;
    var engine =
        new Engine(
            Rig.settings(),
            new Detection(strategies, () -> "id%022d".formatted(++ids)),
            Rig.recovered(Mode.LIVE),
            List.of(Rig.market(Rig.KALSHI), Rig.market(Rig.POLY)),
            Rig.START);
    engine.start(Rig.START);
    for (VenueId venue : Rig.VENUES.keySet()) {
      engine.on(
          List.of(new EngineEvent.AccountReported(venues.account(venue, Rig.START, Rig.START))),
          Rig.START);
    }
    return engine;
  }
}
