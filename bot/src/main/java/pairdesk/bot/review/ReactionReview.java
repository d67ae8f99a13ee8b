package pairdesk.bot.review;

import java.util.Optional;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.notify.Messenger;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.persistence.Pairs;

/** ✅ and ❌ on a candidate's card: the same as its buttons. */
public final class ReactionReview implements Console.ReactionHandler {
  public static final String YES = "✅";
  public static final String NO = "❌";

  private final Desk desk;
  private final Messenger messenger;
  private final Places places;
  private final Decisions decisions;

  public ReactionReview(Desk desk, Messenger messenger, Places places) {
    this.desk = desk;
    this.messenger = messenger;
    this.places = places;
    this.decisions = new Decisions(desk);
  }

  @Override
  public Role role() {
    return Role.OPERATOR;
  }

  @Override
  public void reacted(Caller caller, String messageId, String emoji) {
    Optional<Decisions.Kind> kind =
        switch (emoji) {
          case YES -> Optional.of(Decisions.Kind.APPROVE);
          case NO -> Optional.of(Decisions.Kind.REJECT);
          default -> Optional.empty();
        };
    Optional<PairId> pair = desk.rows().pairs().ofCard(messageId);
    if (kind.isEmpty() || pair.isEmpty()) {
      return;
    }
    desk.rows()
        .pairs()
        .find(pair.get())
        .filter(listed -> listed.pair().status() == PairStatus.PROPOSED)
        .ifPresent(listed -> decide(caller, messageId, listed, kind.get()));
  }

  private void decide(Caller caller, String messageId, Pairs.Listed listed, Decisions.Kind kind) {
    decisions.decide(caller, listed.pair().id(), kind, listed.pair().rulesHash(), "");
    desk.rows()
        .pairs()
        .find(listed.pair().id())
        .ifPresent(
            now -> messenger.edit(places.deskChannel(), messageId, CandidateCard.message(now)));
  }
}
