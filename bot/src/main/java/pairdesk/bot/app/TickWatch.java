package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.book.Book;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.venues.net.Arrival;

/** Measures the way of a tick as far as the engine's decision. */
record TickWatch(Stages stages, InstantSource clock) {

  /** A book is handed to the engine; on the thread that read it from its socket, or another. */
  void booked(Book book) {
    Arrival.age()
        .ifPresent(age -> {
          Duration building = notNegative(Duration.between(book.confirmedAt(), clock.instant()));
          stages.took(Stage.PARSED, notNegative(age.minus(building)));
          stages.took(Stage.BOOKED, building);
        });
  }

  /** The engine had settled a batch at that moment. */
  void decided(List<Effect> effects, Instant at) {
    effects.stream()
        .flatMap(TickWatch::rows)
        .flatMap(TickWatch::found)
        .forEach(bundle -> {
          stages.took(Stage.DETECTED, newestAge(bundle));
          stages.took(Stage.DECIDED, notNegative(Duration.between(bundle.at(), at)));
        });
  }

  /** When the newest book was confirmed that this plan answers; empty for what no gap began. */
  static Optional<Instant> tick(Effect.Submit plan) {
    return plan.grounds().stream()
        .flatMap(TickWatch::found)
        .map(bundle -> bundle.at().minus(newestAge(bundle)))
        .findFirst();
  }

  private static Stream<JournalRecord> rows(Effect effect) {
    return switch (effect) {
      case Effect.Write(var row) -> Stream.of(row);
      case Effect.Submit submit -> submit.grounds().stream();
      case Effect.Cancel _,
          Effect.CancelAll _,
          Effect.LookUp _,
          Effect.ReadAccount _,
          Effect.Redeem _,
          Effect.Watch _,
          Effect.ReadBooks _,
          Effect.WakeAt _,
          Effect.Tell _ ->
          Stream.of();
    };
  }

  private static Stream<Opportunity.Bundle> found(JournalRecord row) {
    return row instanceof JournalRecord.OpportunityFound(Opportunity.Bundle bundle)
        ? Stream.of(bundle)
        : Stream.of();
  }

  private static Duration newestAge(Opportunity.Bundle bundle) {
    return bundle.legs().stream()
        .map(leg -> leg.reading().bookAge())
        .min(Duration::compareTo)
        .map(TickWatch::notNegative)
        .orElse(Duration.ZERO);
  }

  /** Between moments of a clock that was set back there is nothing. */
  private static Duration notNegative(Duration span) {
    return span.isNegative() ? Duration.ZERO : span;
  }
}
