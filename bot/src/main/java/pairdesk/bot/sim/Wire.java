package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Requests to the venues: late, lost, doubled, answered to nobody. */
final class Wire {
  private static final Duration MEDIAN = Duration.ofMillis(24);
  private static final int HEAVY = 10;
  private static final Duration LATEST = Duration.ofSeconds(150);

  private final Timeline time;
  private final Chance chance;
  private final Supplier<Faults> faults;
  private final Sometimes sometimes;
  private Instant cutUntil = Instant.EPOCH;

  /** What became of a request, as far as the one who asked can know. */
  sealed interface Answer<T> {
    record Got<T>(T answer) implements Answer<T> {}

    /** Proved that nothing left. */
    record NotSent<T>() implements Answer<T> {}

    record Silence<T>() implements Answer<T> {}
  }

  /**
   * One request.
   *
   * @param what a constant, for the trace
   * @param limit how long an answer is waited for
   * @param there what happens at the venue when it arrives
   */
  record Call<T>(String what, Duration limit, Supplier<T> there) {}

  /** Told when a copy of a request leaves, and when it has arrived or is lost. */
  interface Copies {
    Copies UNTRACKED =
        new Copies() {
          @Override
          public void departs() {}

          @Override
          public void gone() {}
        };

    void departs();

    void gone();
  }

  Wire(Timeline time, Chance chance, Supplier<Faults> faults, Sometimes sometimes) {
    this.time = time;
    this.chance = chance;
    this.faults = faults;
    this.sometimes = sometimes;
  }

  /** Nothing arrives at either venue until then. */
  void cut(Instant until) {
    cutUntil = until;
  }

  /** A read: lost at worst. */
  <T> void ask(Call<T> call, Consumer<Answer<T>> here) {
    Faults.Wire odds = faults.get().wire();
    boolean lost = isCut() || chance.in(odds.requestLost()) || chance.in(odds.answerLost());
    if (lost) {
      silence(call, here);
    } else {
      deliver(call, Copies.UNTRACKED, here);
    }
  }

  /** A request that changes something: may arrive late, twice, or without an answer. */
  <T> void send(Call<T> call, Copies copies, Consumer<Answer<T>> here) {
    Faults.Wire odds = faults.get().wire();
    if (chance.in(odds.refused())) {
      time.after(chance.millis(1, 40), "not sent", () -> here.accept(new Answer.NotSent<>()));
    } else if (isCut() || chance.in(odds.requestLost())) {
      sometimes.saw(Sometimes.Event.REQUEST_LOST);
      silence(call, here);
    } else if (chance.in(odds.late())) {
      sometimes.saw(Sometimes.Event.REQUEST_LATE);
      arrives(call, copies, chance.spread(call.limit().plusSeconds(1), LATEST));
      silence(call, here);
    } else if (chance.in(odds.answerLost())) {
      sometimes.saw(Sometimes.Event.ANSWER_LOST);
      arrives(call, copies, latency());
      silence(call, here);
    } else {
      if (chance.in(odds.twice())) {
        sometimes.saw(Sometimes.Event.REQUEST_TWICE);
        arrives(call, copies, latency().plus(chance.millis(1, 4_000)));
      }
      deliver(call, copies, here);
    }
  }

  private boolean isCut() {
    return time.instant().isBefore(cutUntil);
  }

  private <T> void arrives(Call<T> call, Copies copies, Duration delay) {
    copies.departs();
    time.after(
        delay,
        call.what(),
        () -> {
          copies.gone();
          var _ = call.there().get(); // nobody hears of it
        });
  }

  private <T> void deliver(Call<T> call, Copies copies, Consumer<Answer<T>> here) {
    Duration way = latency();
    Duration back = latency();
    copies.departs();
    time.after(
        way,
        call.what(),
        () -> {
          copies.gone();
          T answer = call.there().get();
          if (way.plus(back).compareTo(call.limit()) <= 0) {
            time.after(back, "answer", () -> here.accept(new Answer.Got<>(answer)));
          }
        });
    if (way.plus(back).compareTo(call.limit()) > 0) {
      silence(call, here);
    }
  }

  private <T> void silence(Call<T> call, Consumer<Answer<T>> here) {
    time.after(call.limit(), "no answer", () -> here.accept(new Answer.Silence<>()));
  }

  private Duration latency() {
    return chance.latency(MEDIAN, HEAVY);
  }
}
