package pairdesk.matching.veto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Spelling;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Term;

/**
 * Two names end in the same word, and what stands before it is another name: Jair against Flávio
 * Bolsonaro, Ohio State against Michigan State. A missing first name, an initial and a short form
 * are none.
 */
record FirstNameVeto() implements Veto {

  @Override
  public String name() {
    return "subject";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    for (List<Term> left : names(pair.left())) {
      for (List<Term> right : names(pair.right())) {
        if (left.getLast().key().equals(right.getLast().key())
            && isOther(left, right, pair.right())
            && isOther(right, left, pair.left())) {
          return Optional.of("subject: " + text(left) + " against " + text(right));
        }
      }
    }
    return Optional.empty();
  }

  /** Runs of two capital words or more, without named things. */
  private static List<List<Term>> names(Proposition side) {
    List<List<Term>> names = new ArrayList<>();
    List<Term> run = new ArrayList<>();
    for (Term term : side.wording().headline()) {
      if (!run.isEmpty() && term.name() != run.getLast().name()) {
        addName(run, names);
        run = new ArrayList<>();
      }
      if (term.tag() == null && term.name() >= 0) {
        run.add(term);
      }
    }
    addName(run, names);
    return names;
  }

  private static void addName(List<Term> run, List<List<Term>> names) {
    if (run.size() > 1) {
      names.add(run);
    }
  }

  /** No word before the last is one of the other's, nor anywhere in the other's text. */
  private static boolean isOther(List<Term> name, List<Term> other, Proposition text) {
    return name.subList(0, name.size() - 1).stream()
        .noneMatch(first ->
            text.mentions(first.key())
                || text.wording().headline().stream()
                    .anyMatch(term -> term.key().equals(first.key()))
                || other.stream().anyMatch(that -> isShortFor(first.key(), that.key())));
  }

  private static boolean isShortFor(String a, String b) {
    return a.startsWith(b) || b.startsWith(a) || Spelling.alike(a, b);
  }

  private static String text(List<Term> name) {
    return String.join(" ", name.stream().map(Term::key).toList());
  }
}
