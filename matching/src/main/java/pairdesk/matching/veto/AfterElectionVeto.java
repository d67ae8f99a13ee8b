package pairdesk.matching.veto;

import java.util.Locale;
import java.util.Optional;
import pairdesk.engine.market.Listing;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/**
 * The rules of one side ask who holds an office once an election is over, those of the other for
 * the next one to hold it and speak of no election: whoever follows before it counts there.
 */
record AfterElectionVeto() implements Veto {
  private static final Tag AFTER_ELECTION = new Tag(Kind.TOPIC, "after-election");

  @Override
  public String name() {
    return "event type";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return apart(pair.left(), pair.right()) || apart(pair.right(), pair.left())
        ? Optional.of("who holds the office after an election against the next one to hold it")
        : Optional.empty();
  }

  private static boolean apart(Proposition after, Proposition next) {
    return after.tags().inRules(Kind.TOPIC).contains(AFTER_ELECTION)
        && !next.tags().stated(Kind.OFFICE).isEmpty()
        && !next.listing().texts().rules().isBlank()
        && !speaksOfElection(next.listing());
  }

  private static boolean speaksOfElection(Listing listing) {
    Listing.Texts texts = listing.texts();
    String all = texts.eventTitle() + " " + texts.title() + " " + texts.rules();
    return all.toLowerCase(Locale.ROOT).contains("elect");
  }
}
