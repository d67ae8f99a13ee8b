package pairdesk.bot.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.notify.Messenger;
import pairdesk.bot.render.Numbers;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.Pairs;
import pairdesk.persistence.SoleApprovals;

/**
 * What one person approved when trades were small wants a second person once they may be larger: by
 * a limit that was raised, or a setting that was lowered. Until then such a pair is not traded.
 */
public final class SecondApproval {
  private static final Actor SYSTEM = new Actor("system:second-approver", "second approver");

  private final Desk desk;
  private final Messenger messenger;
  private final Places places;

  public SecondApproval(Desk desk, Messenger messenger, Places places) {
    this.desk = desk;
    this.messenger = messenger;
    this.places = places;
  }

  /**
   * Pairs whose trades may be larger than one person may approve, under this limit of one trade.
   */
  List<SoleApprovals.Sole> wanting(Usd oneTrade) {
    Optional<Usd> above = desk.secondApproverAbove();
    return above.isEmpty()
        ? List.of()
        : desk.rows().soleApprovals().all().stream()
            .filter(sole -> largest(sole.pair(), oneTrade).isGreaterThan(above.get()))
            .toList();
  }

  /** The largest trade that a pair's own terms and this limit allow. */
  static Usd largest(Pair pair, Usd oneTrade) {
    Usd own = pair.terms().maxTrade();
    return own == null ? oneTrade : own.min(oneTrade);
  }

  /** Under the limits of now: what the settings may have changed while the desk was down. */
  public List<PairId> takeBack() {
    return takeBack(desk.view().desk().limits().inForce().capital().oneTrade().dollars());
  }

  /** Takes those pairs back to where one of two has approved, and the engine out of them. */
  List<PairId> takeBack(Usd oneTrade) {
    var taken = new ArrayList<PairId>();
    for (SoleApprovals.Sole sole : wanting(oneTrade)) {
      desk.rows()
          .soleApprovals()
          .wantSecond(
              sole,
              new Pairs.Request(SYSTEM, "limits", ""),
              "trades may be up to " + Numbers.dollars(largest(sole.pair(), oneTrade)) + " now",
              desk.clock().instant())
          .ifPresent(pair -> {
            desk.ask(new OperatorRequest.ChangePair(pair, SYSTEM));
            taken.add(pair.id());
          });
    }
    return taken;
  }

  /** Shows these pairs anew, for the second person. */
  public void show(List<PairId> pairs) {
    for (PairId pair : pairs) {
      desk.rows()
          .pairs()
          .find(pair)
          .ifPresent(listed ->
              Proposing.post(
                  desk,
                  messenger,
                  places.deskChannel(),
                  pair,
                  CandidateCard.message(desk, listed, desk.texts())));
    }
  }
}
