package pairdesk.matching.veto;

import java.util.List;
import java.util.Optional;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Window;

/**
 * Both state when: deadlines more than ten days apart, or two different days of which each is asked
 * about by itself.
 */
record DateVeto() implements Veto {
  private static final long DEADLINES_APART = 10;
  private static final long DAYS_APART = 1;

  @Override
  public String name() {
    return "date";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    List<Window> left = pair.left().timing().windows();
    List<Window> right = pair.right().timing().windows();
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean reconcilable = left.stream().anyMatch(a -> right.stream().anyMatch(b -> !apart(a, b)));
    return reconcilable
        ? Optional.empty()
        : Optional.of(left.getFirst().label() + " against " + right.getFirst().label());
  }

  private static boolean apart(Window a, Window b) {
    long days = Math.abs(a.last().toEpochDay() - b.last().toEpochDay());
    boolean bothDays = a.mode() == Window.Mode.ON && b.mode() == Window.Mode.ON;
    boolean dayAgainstDeadline = (a.mode() == Window.Mode.ON) != (b.mode() == Window.Mode.ON);
    boolean bothHeadlines =
        a.origin() == Window.Origin.HEADLINE && b.origin() == Window.Origin.HEADLINE;
    if (dayAgainstDeadline && a.mode() != Window.Mode.WITHIN && b.mode() != Window.Mode.WITHIN) {
      return bothHeadlines;
    }
    return days > (bothDays ? DAYS_APART : DEADLINES_APART)
        && (bothHeadlines || !dayAgainstDeadline);
  }
}
