package pairdesk.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.PnlChart;
import pairdesk.bot.render.Words;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.PnlDay;

/** Profit and loss with a chart. */
final class PnlCommand implements SlashCommand {
  private final Desk desk;

  PnlCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "pnl",
        "Profit and loss, with a chart",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(
            PnlPeriod.period(),
            PnlPeriod.from(),
            PnlPeriod.to(),
            Option.choice("by", "Split by (default: venue)", "venue", "strategy", "pair"),
            AccountOption.option(),
            PublicOption.option()),
        "/pnl from:2026-11-01 to:2026-11-20");
  }

  @Override
  public Answer answer(Input input) {
    Instant now = desk.clock().instant();
    PnlPeriod period = PnlPeriod.of(input, now);
    Mode mode = AccountOption.asked(input, desk);
    Texts texts = PublicOption.spoken(input, desk).texts();
    String by = input.text("by").orElse("venue");
    EngineView.Wealth wealth = AccountOption.wealth(desk.view(), mode);
    List<PnlDay> days = wealth.pnl().stream().filter(d -> period.contains(d.day())).toList();
    List<ExecutionSnapshot> locked = closed(mode, period);
    Usd realised = sum(days, PnlDay::realised);
    Usd fees = sum(days, PnlDay::fees);
    Usd bundles = locked.stream().map(e -> e.result().realised()).reduce(Usd.ZERO, Usd::plus);
    Card card =
        Card.of(
                bundles.isNegative() ? Tone.BAD : Tone.GOOD,
                AccountOption.mark(mode) + texts.say("pnl.title", period.name()),
                texts.say("pnl.text"))
            .with(texts.say("pnl.locked"), Numbers.signed(bundles))
            .with(
                texts.say("pnl.executions"),
                texts.say("pnl.complete", completed(locked), locked.size()))
            .with(texts.say("pnl.realised"), Numbers.signed(realised))
            .with(texts.say("pnl.fees"), Numbers.dollars(fees))
            .withLine(texts.say("pnl.by." + by), split(days, by, texts))
            .withPicture(PnlChart.draw(subject(mode, period, locked, now), points(locked), texts));
    return new Answer.Reply(card, List.of(), PublicOption.audience(input));
  }

  private static long completed(List<ExecutionSnapshot> closed) {
    return closed.stream().filter(e -> e.state() == ExecutionState.COMPLETE).count();
  }

  /** By when they ended. */
  private List<ExecutionSnapshot> closed(Mode mode, PnlPeriod period) {
    return desk.rows().history().closedSince(mode, period.begin()).stream()
        .filter(e -> e.times().updated().isBefore(period.end()))
        .sorted(Comparator.comparing(e -> e.times().updated()))
        .toList();
  }

  /** Begins not years before anything happened, and ends now at the latest. */
  private static PnlChart.Subject subject(
      Mode mode, PnlPeriod period, List<ExecutionSnapshot> closed, Instant now) {
    Instant until = period.end().isAfter(now) ? now : period.end();
    Instant first = closed.isEmpty() ? until : closed.getFirst().times().updated();
    Instant dayBefore = first.minus(Duration.ofDays(1));
    Instant from = period.begin().isBefore(dayBefore) ? dayBefore : period.begin();
    return new PnlChart.Subject(AccountOption.mark(mode), period.name(), from, until);
  }

  private static List<PnlChart.Point> points(List<ExecutionSnapshot> closed) {
    var points = new ArrayList<PnlChart.Point>();
    Usd net = Usd.ZERO;
    Usd fees = Usd.ZERO;
    for (ExecutionSnapshot execution : closed) {
      net = net.plus(execution.result().realised());
      for (ExecutionSnapshot.LegSnapshot leg : execution.legs()) {
        fees = fees.plus(leg.fees());
      }
      points.add(new PnlChart.Point(execution.times().updated(), net, fees));
    }
    return points;
  }

  private static Usd sum(List<PnlDay> days, Function<PnlDay, Usd> part) {
    return days.stream().map(part).reduce(Usd.ZERO, Usd::plus);
  }

  private static String split(List<PnlDay> days, String by, Texts texts) {
    Map<String, Usd> realised = new TreeMap<>();
    Map<String, Usd> fees = new TreeMap<>();
    for (PnlDay day : days) {
      realised.merge(key(day, by, texts), day.realised(), Usd::plus);
      fees.merge(key(day, by, texts), day.fees(), Usd::plus);
    }
    var lines = new ArrayList<String>();
    realised.forEach((key, amount) ->
        lines.add(
            texts.say(
                "pnl.split",
                key,
                Numbers.signed(amount),
                Numbers.dollars(fees.getOrDefault(key, Usd.ZERO)))));
    return lines.isEmpty()
        ? texts.say("pnl.noTrades")
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts);
  }

  private static String key(PnlDay day, String by, Texts texts) {
    return switch (by) {
      case "strategy" -> day.strategy();
      case "pair" -> Words.pair(day.pair(), texts);
      default -> day.venue().label();
    };
  }
}
