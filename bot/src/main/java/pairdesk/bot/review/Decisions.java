package pairdesk.bot.review;

import java.util.EnumSet;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Desk;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
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
    APPROVE(PairStatus.APPROVED),
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
        case APPROVE -> EnumSet.of(PairStatus.PROPOSED);
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
    var decided =
        desk.rows()
            .pairs()
            .decide(
                new Pairs.Decision(pair, from, kind.to, rulesHash, note, caller.request()),
                desk.clock().instant());
    return switch (decided) {
      case Pairs.Decided.Refused(var why) -> new Told.Refused(why);
      case Pairs.Decided.Repeated(var same) ->
          new Told.Done("Pair " + same.id() + " is " + same.status() + ".");
      case Pairs.Decided.Done(var changed) ->
          switch (desk.ask(new OperatorRequest.ChangePair(changed, caller.actor()))) {
            case OperatorReply.Done(var text) -> new Told.Done(text);
            case OperatorReply.Refused(var why) ->
                new Told.Done("Pair " + pair + " is stored as " + changed.status() + ". " + why);
          };
    };
  }
}
