package pairdesk.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.VenueStatus;

/** How the desk and its venues are: what /status answers, and what the pinned message shows. */
public final class StatusCard {
  private StatusCard() {}

  /** The state of the desk as one card. */
  public static Card of(Desk desk, Texts texts) {
    EngineView view = desk.view();
    Instant now = desk.clock().instant();
    boolean halted = view.desk().controls().halted();
    boolean well = !halted && view.desk().breakers().isEmpty();
    Card card =
        Card.of(
            halted ? Tone.BAD : well ? Tone.GOOD : Tone.WAITING,
            texts.say("status.title", view.desk().controls().mode()) + (halted ? " · HALTED" : ""),
            halted
                ? texts.say("status.halted", Shown.line(view.desk().controls().haltReason(), 200))
                : "");
    for (var venue : new TreeMap<>(view.desk().venues()).entrySet()) {
      card =
          card.withLine(
              venue.getKey().label(), venue(venue.getKey(), venue.getValue(), now, texts));
    }
    card = card.withLine(texts.say("status.breakers"), breakers(view, texts));
    EngineView.Risk risk = view.wealth().risk();
    return card.with(texts.say("risk.capital"), Numbers.dollars(risk.capital()))
        .with(texts.say("risk.unhedged"), Numbers.dollars(risk.unhedged()))
        .with(texts.say("risk.open"), Numbers.dollars(risk.openRisk()))
        .with(texts.say("risk.today"), Numbers.signed(risk.dayLoss()))
        .with(texts.say("status.pairs"), texts.say("status.approved", pairs(view)))
        .with(
            texts.say("status.orders"),
            texts.say("status.open", view.trading().openOrders(Mode.LIVE)))
        .with(
            texts.say("status.answers"),
            desk.answersWithin()
                .map(p99 -> "p99 " + Numbers.span(p99))
                .orElse(texts.say("status.answers.none")))
        .withLine(texts.say("status.executions"), kpis(view.trading().kpis(), texts))
        .withLine(texts.say("status.paper"), paper(view.paper(), texts));
  }

  private static String venue(VenueId id, EngineView.Venue venue, Instant now, Texts texts) {
    String parts =
        new TreeMap<>(venue.status())
            .values().stream().map(StatusCard::part).collect(Collectors.joining(" · "));
    boolean ticked = venue.lastTick().isAfter(Instant.EPOCH);
    String tick =
        ticked
            ? texts.say("status.tick", Numbers.span(Duration.between(venue.lastTick(), now)))
            : texts.say("status.noTick");
    String orders =
        venue.orderLatency().isZero()
            ? texts.say("status.noOrders")
            : texts.say("status.orderPath", Numbers.span(venue.orderLatency()));
    String clock = texts.say("status.clock", Numbers.span(venue.clockOffset()));
    String reconciled =
        venue.reconciled().clean()
            ? texts.say("status.reconciled", Numbers.ago(venue.reconciled().at()))
            : texts.say("status.notReconciled", Shown.line(venue.reconciled().differences(), 300));
    return String.join(
        "\n",
        parts.isEmpty() ? texts.say("status.noWord", id.label()) : parts,
        String.join(" · ", tick, orders, clock),
        reconciled);
  }

  private static String part(VenueStatus status) {
    String cause = status.cause().isEmpty() ? "" : " (" + Shown.line(status.cause(), 100) + ")";
    return status.part().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " "
        + status.health()
        + cause;
  }

  private static String breakers(EngineView view, Texts texts) {
    List<String> lines =
        view.desk().breakers().stream()
            .map(b -> "⛔ `" + b.name() + "`: " + Shown.line(b.cause(), 100))
            .toList();
    return lines.isEmpty()
        ? texts.say("status.noBreaker")
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts);
  }

  private static long pairs(EngineView view) {
    return view.desk().pairs().stream().filter(p -> p.status() == PairStatus.APPROVED).count();
  }

  private static String paper(EngineView.Paper paper, Texts texts) {
    long held = paper.wealth().positions().stream().filter(p -> !p.quantity().isZero()).count();
    return texts.say(
        "status.paperFigures",
        paper.kpis().executions(),
        paper.kpis().completed(),
        paper.kpis().endedUnhedged(),
        held,
        Numbers.dollars(paper.wealth().risk().capital()));
  }

  private static String kpis(EngineView.Kpis kpis, Texts texts) {
    return texts.say(
        "status.figures",
        kpis.executions(),
        kpis.completed(),
        kpis.insideSlippage().limit(),
        kpis.endedUnhedged(),
        Numbers.span(kpis.meanExecution()),
        Numbers.span(kpis.detection()),
        kpis.insideSlippage().tolerance(),
        kpis.insideSlippage().everyShare());
  }
}
