package pairdesk.bot.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;

/** How everything stands: dollars as exact strings, spans in milliseconds, moments in UTC. */
final class StatusAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StatusAnswer() {}

  static ObjectNode of(EngineView view, Instant now) {
    ObjectNode body = JSON.createObjectNode();
    body.put("at_utc", view.at().toString());
    var controls = view.desk().controls();
    body.put("mode", controls.mode().name());
    body.put("halted", controls.halted());
    body.put("halt_reason", controls.haltReason());
    ArrayNode venues = body.putArray("venues");
    new TreeMap<>(view.desk().venues()).forEach((id, venue) -> venue(id, venue, now, venues));
    ArrayNode breakers = body.putArray("breakers");
    view.desk()
        .breakers()
        .forEach(breaker ->
            breakers
                .addObject()
                .put("name", breaker.name())
                .put("cause", breaker.cause())
                .put("since_utc", breaker.since().toString())
                .put("until_utc", breaker.until() == null ? null : breaker.until().toString()));
    risk(view.wealth().risk(), body.putObject("risk"));
    body.put("approved_pairs", approved(view));
    trading(view, Mode.LIVE, view.trading().kpis(), body.putObject("live"));
    trading(view, Mode.PAPER, view.paper().kpis(), body.putObject("paper"));
    return body;
  }

  private static void venue(VenueId id, EngineView.Venue venue, Instant now, ArrayNode into) {
    ObjectNode row = into.addObject().put("venue", id.code());
    ArrayNode parts = row.putArray("parts");
    new TreeMap<>(venue.status())
        .forEach((part, status) ->
            parts
                .addObject()
                .put("part", part.name())
                .put("health", status.health().name())
                .put("cause", status.cause()));
    boolean ticked = venue.lastTick().isAfter(Instant.EPOCH);
    row.put("last_tick_age_ms", ticked ? Duration.between(venue.lastTick(), now).toMillis() : null);
    row.put("order_latency_p95_ms", venue.orderLatency().toMillis());
    row.put("clock_offset_ms", venue.clockOffset().toMillis());
    row.put("reconciled", venue.reconciled().clean());
    row.put("differences", venue.reconciled().differences());
  }

  private static void risk(EngineView.Risk risk, ObjectNode into) {
    into.put("capital_dollars", dollars(risk.capital()));
    into.put("unhedged_dollars", dollars(risk.unhedged()));
    into.put("open_risk_dollars", dollars(risk.openRisk()));
    into.put("today_at_worst_dollars", dollars(risk.dayLoss()));
  }

  private static void trading(EngineView view, Mode mode, EngineView.Kpis kpis, ObjectNode into) {
    into.put("open_orders", view.trading().openOrders(mode));
    into.put("open_executions", view.trading().openExecutions(mode));
    into.put("executions", kpis.executions());
    into.put("completed", kpis.completed());
    into.put("slippage_within_5_percent", kpis.insideSlippage().limit());
    into.put("slippage_within_2_percent", kpis.insideSlippage().tolerance());
    into.put("every_share_within_limit", kpis.insideSlippage().everyShare());
    into.put("ended_unhedged", kpis.endedUnhedged());
    into.put("mean_execution_ms", kpis.meanExecution().toMillis());
  }

  private static long approved(EngineView view) {
    return view.desk().pairs().stream()
        .filter(pair -> pair.status() == PairStatus.APPROVED)
        .count();
  }

  private static String dollars(Usd amount) {
    return BigDecimal.valueOf(amount.e6(), 6).toPlainString();
  }
}
