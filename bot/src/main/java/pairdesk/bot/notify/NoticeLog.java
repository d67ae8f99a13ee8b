package pairdesk.bot.notify;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.notice.Notice;

/** What people are told, in the log as well: for the hours when nobody reads Discord. */
final class NoticeLog {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLog.class);

  private NoticeLog() {}

  static void write(Notice notice) {
    switch (notice) {
      case Notice.OpportunityFound _ -> {}
      case Notice.ExecutionChanged(var execution, var at) -> execution(execution);
      case Notice.Alarm alarm ->
          LOG.atWarn()
              .addKeyValue("code", alarm.code())
              .addKeyValue("text", alarm.text())
              .log("alarm");
      case Notice.BreakerTripped(var breaker, var at) ->
          LOG.atWarn()
              .addKeyValue("breaker", breaker.name())
              .addKeyValue("cause", breaker.cause())
              .log("breaker tripped");
      case Notice.BreakerReset(var name, var by, var at) ->
          LOG.atInfo().addKeyValue("breaker", name).addKeyValue("by", by).log("breaker reset");
      case Notice.VenueChanged(var status, var at) ->
          LOG.atInfo()
              .addKeyValue("venue", status.venue())
              .addKeyValue("part", status.part())
              .addKeyValue("health", status.health())
              .addKeyValue("cause", status.cause())
              .log("venue changed");
      case Notice.PairChanged(var pair, var why, var at) ->
          LOG.atInfo()
              .addKeyValue("pair", pair.id())
              .addKeyValue("status", pair.status())
              .addKeyValue("why", why)
              .log("pair changed");
      case Notice.PaidOut(var mode, var payout, var at) ->
          LOG.atInfo()
              .addKeyValue("mode", mode)
              .addKeyValue("market", payout.market())
              .addKeyValue("paid", payout.paid())
              .log("paid out");
      case Notice.ControlChanged(var what, var by, var at) ->
          LOG.atInfo().addKeyValue("what", what).addKeyValue("by", by).log("control changed");
    }
  }

  private static void execution(ExecutionSnapshot execution) {
    LOG.atInfo()
        .addKeyValue("execution", execution.id())
        .addKeyValue("mode", execution.mode())
        .addKeyValue("state", execution.state())
        .addKeyValue("unhedged", execution.unhedged())
        .addKeyValue("note", execution.result().note())
        .log("execution changed");
  }
}
