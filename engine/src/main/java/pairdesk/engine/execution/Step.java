package pairdesk.engine.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an execution does next.
 *
 * @param wishes orders it wants, at most one of each leg
 * @param cancelResting whatever still rests is to be cancelled
 * @param lookAgain when it wants to be asked again without any news; null when only news matters
 */
public record Step(
    Execution next,
    List<OrderWish> wishes,
    boolean cancelResting,
    @Nullable Instant lookAgain,
    List<Alarm> alarms) {
  public Step {
    wishes = List.copyOf(wishes);
    alarms = List.copyOf(alarms);
  }

  /**
   * Something that a person must see.
   *
   * @param code stable word
   */
  public record Alarm(String code, String text) {}

  static Step stay(Execution next) {
    return new Step(next, List.of(), false, null, List.of());
  }

  static Step until(Execution next, Instant lookAgain) {
    return new Step(next, List.of(), false, lookAgain, List.of());
  }

  static Step wish(Execution next, OrderWish wish) {
    return wish(next, List.of(wish));
  }

  static Step wish(Execution next, List<OrderWish> wishes) {
    return new Step(next, wishes, false, null, List.of());
  }

  Step withAlarm(Alarm alarm) {
    var all = new java.util.ArrayList<>(alarms);
    all.add(alarm);
    return new Step(next, wishes, cancelResting, lookAgain, all);
  }

  Step withCancel(Instant again) {
    return new Step(next, wishes, true, lookAgain, alarms).orAt(again);
  }

  Step withNext(Execution other) {
    return new Step(other, wishes, cancelResting, lookAgain, alarms);
  }

  /** The earlier of the two moments. */
  Step orAt(Instant moment) {
    boolean earlier = lookAgain == null || moment.isBefore(lookAgain);
    return new Step(next, wishes, cancelResting, earlier ? moment : lookAgain, alarms);
  }
}
