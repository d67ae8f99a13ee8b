package pairdesk.bot.doctor;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import pairdesk.persistence.DatabaseException;
import pairdesk.persistence.InvariantViews;
import pairdesk.persistence.InvariantViews.Looked;

/** Every invariant, on the rows of the live system. */
public record InvariantCheck(Supplier<InvariantViews> views) implements Check {
  private static final String MISSING =
      "let this version's `pairdesk run` bring the schema up to date";

  @Override
  public List<Finding> look() {
    try {
      List<Looked> looked = views.get().look();
      return Arrays.stream(Invariant.values()).map(one -> finding(one, looked)).toList();
    } catch (DatabaseException | IllegalStateException | UncheckedIOException e) {
      String why = String.valueOf(e.getMessage());
      return Arrays.stream(Invariant.values())
          .map(one ->
              Finding.unknown(
                  subject(one),
                  one.elsewhere().isEmpty() ? why : one.elsewhere(),
                  "see `pairdesk doctor`"))
          .toList();
    }
  }

  private static String subject(Invariant one) {
    return one.code() + " " + one.statement();
  }

  private static Finding finding(Invariant one, List<Looked> looked) {
    if (!one.elsewhere().isEmpty()) {
      return Finding.unknown(subject(one), one.elsewhere(), "");
    }
    return looked.stream()
        .filter(view -> view.name().startsWith(one.viewPrefix()))
        .findFirst()
        .map(view -> finding(one, view))
        .orElseGet(() -> Finding.unknown(subject(one), "the database has no view for it", MISSING));
  }

  private static Finding finding(Invariant one, Looked view) {
    return switch (view) {
      case Looked.Rows(_, var count, _) when count == 0 ->
          Finding.pass(subject(one), "no violation");
      case Looked.Rows(var name, var count, var first) ->
          Finding.fail(
              subject(one),
              count + " violations, the first: " + first,
              "halt, then look at `select * from " + name + "`");
      case Looked.Unreadable(var name, var why) ->
          Finding.unknown(subject(one), name + ": " + why, "repeat");
    };
  }
}
