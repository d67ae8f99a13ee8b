package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.notify.Messenger;
import pairdesk.engine.market.Pair;
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
  public boolean concerns(String messageId, String emoji) {
    return (emoji.equals(YES) || emoji.equals(NO)) && open(messageId).isPresent();
  }

  @Override
  public void reacted(Caller caller, String messageId, String emoji) {
    open(messageId).ifPresent(listed -> decide(caller, messageId, listed, emoji.equals(YES)));
  }

  @Override
  public List<Console.Awaiting> awaiting() {
    return desk.rows().pairs().openCards().stream()
        .map(card -> new Console.Awaiting(card.channel(), card.message(), List.of(NO, YES)))
        .toList();
  }

  /** The candidate that this message shows, while it is open for decision. */
  private Optional<Pairs.Listed> open(String messageId) {
    return desk.rows()
        .pairs()
        .ofCard(messageId)
        .flatMap(pair -> desk.rows().pairs().find(pair))
        .filter(listed -> listed.pair().status() == PairStatus.PROPOSED);
  }

  private void decide(Caller caller, String messageId, Pairs.Listed listed, boolean yes) {
    if (yes) {
      decisions.approve(caller, listed.pair(), Pair.Terms.NONE, "");
    } else {
      decisions.reject(caller, listed.pair(), "");
    }
    desk.rows()
        .pairs()
        .find(listed.pair().id())
        .ifPresent(now ->
            messenger.edit(
                places.deskChannel(), messageId, CandidateCard.message(desk, now, desk.texts())));
  }
}
