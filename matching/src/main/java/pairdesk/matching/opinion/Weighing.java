package pairdesk.matching.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pairdesk.matching.review.Clause;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.review.PairProposal.Evidence;
import pairdesk.matching.review.PairProposal.Judgement;

/**
 * What an opinion does to a proposal: it adds reasons, and where it disagrees it lowers the score.
 * Vetoes, relation, clauses and the hash of the rules stay as they are, so it can neither approve
 * nor save a pair.
 */
public final class Weighing {
  /** A model rejects true pairs too: one that it rejects can still be asked for. */
  private static final double AT_MOST_IF_REJECTED = 0.55;

  private static final double AT_MOST_IF_UNSURE = 0.75;

  private Weighing() {}

  /** The same pair with this opinion of it. Pure. */
  public static PairProposal of(PairProposal pair, Opinion opinion) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "Second opinion (%s): %s%s."
            .formatted(opinion.by(), opinion.finding().label(), differences(opinion.differing())));
    reasons.add("Its reason: " + opinion.sentence());
    double likelihood = Math.min(pair.judgement().likelihood(), most(pair, opinion));
    return with(pair, likelihood, reasons);
  }

  /** The same pair, saying that there is no opinion. */
  public static PairProposal without(PairProposal pair, String why) {
    return with(pair, pair.judgement().likelihood(), List.of("No second opinion: " + why + "."));
  }

  private static double most(PairProposal pair, Opinion opinion) {
    if (opinion.finding().agreesWith(pair.relation())) {
      return 1;
    }
    return opinion.finding() == Opinion.Finding.UNSURE ? AT_MOST_IF_UNSURE : AT_MOST_IF_REJECTED;
  }

  private static String differences(List<Clause.Topic> topics) {
    return topics.isEmpty()
        ? ""
        : ", sees differences in "
            + topics.stream().map(Clause.Topic::label).collect(Collectors.joining(", "));
  }

  private static PairProposal with(PairProposal pair, double likelihood, List<String> first) {
    List<String> reasons = new ArrayList<>(first);
    reasons.addAll(pair.reasons());
    return new PairProposal(
        pair.left(),
        pair.right(),
        new Judgement(likelihood, pair.relation(), pair.vetoes()),
        new Evidence(reasons, pair.clauses(), pair.rulesHash()));
  }
}
