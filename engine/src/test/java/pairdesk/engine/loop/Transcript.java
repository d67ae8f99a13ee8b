package pairdesk.engine.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;

/** Effects as text that a person can review: one line each, orders by what they are for. */
final class Transcript {
  private final Map<ClientOrderId, String> names = new HashMap<>();

  String of(List<Effect> effects) {
    var text = new StringBuilder();
    for (Effect effect : effects) {
      String line = line(effect);
      if (!line.isEmpty()) {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  private String line(Effect effect) {
    return switch (effect) {
      case Effect.Submit e -> {
        var lines = new StringBuilder("submit " + e.mode());
        e.grounds().forEach(ground -> lines.append("\n  with ").append(row(ground)));
        e.intents().forEach(intent -> lines.append("\n  ").append(intent(intent)));
        yield lines.toString();
      }
      case Effect.Cancel e -> "cancel " + name(e.order().id());
      case Effect.CancelAll _ -> "cancel all";
      case Effect.LookUp e ->
          "look up " + name(e.order().id()) + (e.fence() ? "" : " while its call goes on");
      case Effect.ReadAccount _, Effect.WakeAt _ -> "";
      case Effect.Redeem(var claim) -> "redeem " + claim.market() + " worth " + claim.worth();
      case Effect.Watch e -> "watch " + e.markets().stream().sorted().toList();
      case Effect.ReadBooks e -> "read books " + e.markets().stream().sorted().toList();
      case Effect.Write e -> row(e.row());
      case Effect.Tell e -> notice(e.notice());
    };
  }

  /** {@code ENTRY#0 kalshi/YES}, {@code ENTRY#0 kalshi:RED/YES} of an event's outcome. */
  static String nameOf(OrderIntent intent) {
    return intent.origin().purpose()
        + "#"
        + intent.origin().attempt()
        + " "
        + place(intent.instrument().market())
        + "/"
        + intent.instrument().outcome();
  }

  /** The outcomes of an event by their names, as one venue has several. */
  private static String place(MarketId market) {
    return Rig.outcomes(5).contains(market) ? market.toString() : market.venue().toString();
  }

  private String intent(OrderIntent intent) {
    String name = nameOf(intent);
    names.put(intent.id(), name);
    return name
        + ": "
        + intent.terms().side()
        + " "
        + intent.terms().quantity()
        + " at "
        + intent.terms().limit()
        + " "
        + intent.terms().timeInForce()
        + (intent.terms().postOnly() ? " post-only" : "")
        + ", reserved "
        + intent.approval().reserved();
  }

  private String row(JournalRecord row) {
    return switch (row) {
      case JournalRecord.ExecutionChanged r -> execution(r.execution());
      case JournalRecord.OrderMoved r ->
          "order " + name(r.id()) + " " + r.state() + " " + r.filled() + " (" + r.evidence() + ")";
      case JournalRecord.FillBooked r ->
          "fill "
              + r.fill().side()
              + " "
              + r.fill().quantity()
              + " at "
              + r.fill().price()
              + " "
              + r.fill().status()
              + " of "
              + (r.fill().order() == null ? "another's order" : name(r.fill().order()));
      case JournalRecord.VerdictGiven r -> "verdict " + r.verdict().verdict();
      case JournalRecord.BreakerTripped r -> "breaker " + r.breaker().name() + " tripped";
      case JournalRecord.BreakerReset r -> "breaker " + r.name() + " reset by " + r.by();
      case JournalRecord.ControlChanged r -> "control: " + r.what() + " by " + r.by();
      case JournalRecord.PairChanged r ->
          "pair " + r.pair().id() + " " + r.pair().status() + ": " + r.why();
      case JournalRecord.Reconciled r ->
          "reconciled " + r.venue() + " " + (r.clean() ? "clean" : r.differences());
      case JournalRecord.PayoutBooked r -> "payout " + r.market() + " " + r.paid();
      case JournalRecord.OpportunityFound r -> "opportunity net " + r.opportunity().edge().net();
      case JournalRecord.PositionChanged _,
          JournalRecord.CashChanged _,
          JournalRecord.PnlChanged _,
          JournalRecord.HighWaterChanged _ ->
          "";
    };
  }

  private static String execution(ExecutionSnapshot execution) {
    var legs = new StringBuilder();
    for (ExecutionSnapshot.LegSnapshot leg : execution.legs()) {
      legs.append(leg.bought()).append('-').append(leg.sold()).append(' ');
    }
    return "execution "
        + execution.state()
        + " "
        + legs
        + "realised "
        + execution.result().realised()
        + " ("
        + execution.result().note()
        + ")";
  }

  private static String notice(Notice notice) {
    return notice instanceof Notice.Alarm alarm ? "ALARM " + alarm.code() : "";
  }

  private String name(ClientOrderId id) {
    return names.getOrDefault(id, "?");
  }
}
