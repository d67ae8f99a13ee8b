package pairdesk.bot.review;

import java.util.EnumSet;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Desk;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.Pairs;

/** A decision on a pair: committed with its audit row, then told to the engine. */
public final class Decisions {
  private final Desk desk;

  public Decisions(Desk desk) {
    this.desk = desk;
  }

  /** What to tell the person. */
  public sealed interface Told {
    record Done(String what) implements Told {}

    record Refused(String why) implements Told {}
  }

  /** Which way it goes. */
  public enum Kind {
    REJECT(PairStatus.REJECTED),
    PAUSE(PairStatus.PAUSED),
    RESUME(PairStatus.APPROVED);

    private final PairStatus to;

    Kind(PairStatus to) {
      this.to = to;
    }

    /** The states from which it may be decided. */
    private Set<PairStatus> from() {
      return switch (this) {
        case REJECT ->
            EnumSet.of(
                PairStatus.PROPOSED, PairStatus.SUSPENDED, PairStatus.PAUSED, PairStatus.APPROVED);
        case PAUSE -> EnumSet.of(PairStatus.APPROVED);
        case RESUME -> EnumSet.of(PairStatus.PAUSED);
      };
    }
  }

  /**
   * Decides.
   *
   * @param rulesHash of the texts that were shown with a candidate, which must be open still; empty
   *     when the decision does not rest on them
   */
  public Told decide(Caller caller, PairId pair, Kind kind, String rulesHash, String note) {
    Set<PairStatus> from = rulesHash.isEmpty() ? kind.from() : EnumSet.of(PairStatus.PROPOSED);
    return decide(
        caller, new Pairs.Decision(pair, from, kind.to, rulesHash, note, caller.request()));
  }

  /** Approves what was shown, under these terms; a second person is asked for where it is large. */
  public Told approve(Caller caller, Pair shown, Pair.Terms terms, String note) {
    return decide(
        caller,
        new Pairs.Decision(
            shown.id(),
            EnumSet.of(PairStatus.PROPOSED),
            PairStatus.APPROVED,
            shown.rulesHash(),
            note,
            caller.request(),
            new Pairs.Approval(terms, wantsTwo(terms))));
  }

  /** Rejects what was shown. */
  public Told reject(Caller caller, Pair shown, String note) {
    return decide(caller, shown.id(), Kind.REJECT, shown.rulesHash(), note);
  }

  private boolean wantsTwo(Pair.Terms terms) {
    Usd most = terms.maxTrade() == null ? largestTrade() : terms.maxTrade().min(largestTrade());
    return desk.secondApproverAbove().filter(most::isGreaterThan).isPresent();
  }

  private Usd largestTrade() {
    return desk.view().desk().limits().inForce().capital().oneTrade().dollars();
  }

  private Told decide(Caller caller, Pairs.Decision decision) {
    PairId pair = decision.pair();
    return switch (desk.rows().pairs().decide(decision, desk.clock().instant())) {
      case Pairs.Decided.Waiting _ ->
          new Told.Done(
              desk.texts()
                  .say(
                      "decision.second",
                      pair,
                      Shown.line(caller.name(), 40),
                      desk.secondApproverAbove().map(Numbers::dollars).orElse("–")));
      case Pairs.Decided.Refused(var why) -> new Told.Refused(why);
      case Pairs.Decided.Repeated(var same) ->
          new Told.Done(desk.texts().say("decision.same", same.id(), same.status()));
      case Pairs.Decided.Done(var changed) ->
          switch (desk.ask(new OperatorRequest.ChangePair(changed, caller.actor()))) {
            case OperatorReply.Done(var text) -> new Told.Done(text);
            case OperatorReply.Refused(var why) ->
                new Told.Done(
                    desk.texts().say("decision.stored", pair, changed.status()) + " " + why);
          };
    };
  }
}
