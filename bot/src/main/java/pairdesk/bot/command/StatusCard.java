package pairdesk.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.VenueStatus;

/** How the desk and its venues are: what /status answers, and what the pinned message shows. */
public final class StatusCard {
  private StatusCard() {}

  /** The state of the desk as one card. */
  public static Card of(Desk desk) {
    EngineView view = desk.view();
    Instant now = desk.clock().instant();
    boolean halted = view.desk().controls().halted();
    boolean well = !halted && view.desk().breakers().isEmpty();
    Card card =
        Card.of(
            halted ? Tone.BAD : well ? Tone.GOOD : Tone.WAITING,
            "Status · " + view.desk().controls().mode() + (halted ? " · HALTED" : ""),
            halted ? "Halted: " + Shown.line(view.desk().controls().haltReason(), 200) : "");
    for (var venue : new TreeMap<>(view.desk().venues()).entrySet()) {
      card = card.withLine(venue.getKey().label(), venue(venue.getKey(), venue.getValue(), now));
    }
    card = card.withLine("Breakers", breakers(view));
    EngineView.Risk risk = view.wealth().risk();
    return card.with("Capital", Numbers.dollars(risk.capital()))
        .with("Unhedged", Numbers.dollars(risk.unhedged()))
        .with("Open risk", Numbers.dollars(risk.openRisk()))
        .with("Today at worst", Numbers.signed(risk.dayLoss()))
        .with("Pairs", pairs(view) + " approved")
        .with("Orders", view.trading().openOrders(Mode.LIVE) + " open")
        .withLine("Executions since start", kpis(view.trading().kpis()))
        .withLine("PAPER since start", paper(view.paper()));
  }

  private static String venue(VenueId id, EngineView.Venue venue, Instant now) {
    String parts =
        new TreeMap<>(venue.status())
            .values().stream().map(StatusCard::part).collect(Collectors.joining(" · "));
    boolean ticked = venue.lastTick().isAfter(Instant.EPOCH);
    return "%s\nlast tick %s · %s · clock off by %s\nreconciled: %s"
        .formatted(
            parts.isEmpty() ? "no word yet from " + id.label() : parts,
            ticked ? Numbers.span(Duration.between(venue.lastTick(), now)) + " ago" : "never",
            venue.orderLatency().isZero()
                ? "no orders lately"
                : "order path p95 " + Numbers.span(venue.orderLatency()),
            Numbers.span(venue.clockOffset()),
            venue.reconciled().clean()
                ? "clean " + Numbers.ago(venue.reconciled().at())
                : "no: " + Shown.line(venue.reconciled().differences(), 300));
  }

  private static String part(VenueStatus status) {
    String cause = status.cause().isEmpty() ? "" : " (" + Shown.line(status.cause(), 100) + ")";
    return status.part().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + " "
        + status.health()
        + cause;
  }

  private static String breakers(EngineView view) {
    List<String> lines =
        view.desk().breakers().stream()
            .map(b -> "⛔ `" + b.name() + "`: " + Shown.line(b.cause(), 100))
            .toList();
    return lines.isEmpty() ? "none tripped" : Lines.fit(lines, Card.FIELD_VALUE_LIMIT);
  }

  private static long pairs(EngineView view) {
    return view.desk().pairs().stream().filter(p -> p.status() == PairStatus.APPROVED).count();
  }

  private static String paper(EngineView.Paper paper) {
    long held = paper.wealth().positions().stream().filter(p -> !p.quantity().isZero()).count();
    return "%d executions · %d complete · %d ended unhedged · holds %d instruments · capital %s"
        .formatted(
            paper.kpis().executions(),
            paper.kpis().completed(),
            paper.kpis().endedUnhedged(),
            held,
            Numbers.dollars(paper.wealth().risk().capital()));
  }

  private static String kpis(EngineView.Kpis kpis) {
    return "%d begun · %d complete · %d inside slippage · %d ended unhedged · mean %s · detection p95 %s"
        .formatted(
            kpis.executions(),
            kpis.completed(),
            kpis.insideSlippage(),
            kpis.endedUnhedged(),
            Numbers.span(kpis.meanExecution()),
            Numbers.span(kpis.detection()));
  }
}
