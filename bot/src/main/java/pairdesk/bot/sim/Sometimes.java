package pairdesk.bot.sim;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what must happen now and then: a fault that is never reached is a test that is not there.
 */
final class Sometimes {
  private final Map<Event, Long> seen = new EnumMap<>(Event.class);

  /** What is counted. */
  enum Event {
    REQUEST_LOST("a request was lost"),
    ANSWER_LOST("an order was carried out and its answer lost"),
    REQUEST_LATE("an order arrived long after its time-out"),
    REQUEST_TWICE("an order arrived twice"),
    SENT_AGAIN("a repair was sent once more, byte for byte"),
    ORDER_UNKNOWN("the outcome of an order was not known"),
    FOUND("an order of unknown outcome was found"),
    NOT_PLACED("an order of unknown outcome was proved absent"),
    VOIDED("a fill was taken back"),
    VOIDED_AFTER_CLOSE("a fill was taken back after its execution had closed"),
    COMPLETED("a bundle was complete"),
    RESTED("a bid was sent to rest"),
    HEDGED("what a bid had filled was hedged"),
    WITHDRAWN("a bid was withdrawn"),
    TAKEN_WHILE_CANCELLING("a bid filled while its cancel was on the way"),
    BASKET_COMPLETED("a bundle of more than two legs was complete"),
    BASKET_UNEVEN("legs of a bundle of more than two differed"),
    UNEVEN("one leg filled more than the other"),
    PATCHING("a missing part was bought"),
    HOLDING("a difference was held"),
    UNWINDING("a surplus was sold"),
    PANIC("a surplus was sold by rungs"),
    STUCK("nothing executable was left"),
    SALE_REFUSED("a sale was refused: the shares had not arrived"),
    RESTARTING("Polymarket's engine restarted under an order"),
    PAUSED("Kalshi was paused under an order"),
    CRASH("the process died"),
    CRASH_BEFORE_COMMIT("the process died before its intents were committed"),
    CRASH_AFTER_COMMIT("the process died after the commit and before sending"),
    CRASH_IN_FLIGHT("the process died with an order on its way"),
    CRASH_UNEVEN("the process died with a leg open"),
    CRASH_AGAIN("the process died during recovery"),
    ROWS_LOST("rows that waited for the database were lost in a crash"),
    LEASE_LOST("an old process tried to commit after a new one had begun"),
    COMMIT_ANSWER_LOST("the answer to a commit was lost"),
    COMMITTED_UNKNOWINGLY("intents were committed and the process never knew"),
    STORE_DOWN("the database was away when an intent was to be committed"),
    CONSENT_REFUSED("a halt, mode or pause overtook an intent"),
    HALTED("trading was halted"),
    RESUMED("trading was resumed"),
    BREAKER("a breaker tripped"),
    SETTLED("a market paid out"),
    REDEEMED("winnings were redeemed"),
    APPROVAL_LATE("an approval ran out before its order left"),
    CLOCK_JUMPED("the clock jumped"),
    HUNG("the process hung"),
    BOOKS_FROZE("books froze");

    private final String text;

    Event(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  void saw(Event event) {
    seen.merge(event, 1L, Long::sum);
  }

  Map<Event, Long> counts() {
    return Map.copyOf(seen);
  }
}
