package pairdesk.bot.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pairdesk.bot.halt.HaltReport;
import pairdesk.bot.halt.HaltReport.Fate;
import pairdesk.bot.halt.HaltReport.OrderEnd;
import pairdesk.bot.halt.HaltReport.Uneven;
import pairdesk.bot.halt.SiteProgress;
import pairdesk.bot.render.Shown;
import pairdesk.engine.money.Quantity;

/** What a halt came to, as people read it. */
final class HaltText {
  private static final int LONGEST = 300;

  private HaltText() {}

  static List<String> lines(HaltReport report) {
    var lines = new ArrayList<String>();
    lines.add(
        report.isStored()
            ? "HALTED: the halt is stored, no order that adds risk is committed from now on."
            : "NOT STORED: "
                + plain(report.rowProblem())
                + ". A running desk does not know of this halt: use /halt, or stop its process.");
    report.sites().forEach(site -> lines.add(site(site)));
    lines.add(orders(report.orders()));
    report.uneven().forEach(one -> lines.add(uneven(one)));
    if (report.uneven().isEmpty() && report.isStored()) {
      lines.add("Left unhedged: nothing, by the desk's rows.");
    }
    Optional<Duration> flat = report.timeToFlat();
    lines.add(
        flat.map(after -> "Time to flat: " + seconds(after) + ".")
            .orElse("Time to flat: not flat yet; repeat `pairdesk halt`."));
    return lines;
  }

  private static String site(SiteProgress site) {
    String venue = site.venue().label();
    Duration flat = site.flatAfter();
    if (flat != null) {
      return "%s: nothing rests, flat after %s (told %d times)."
          .formatted(venue, seconds(flat), site.rounds());
    }
    String state = site.resting() < 0 ? "NOT REACHED" : "NOT FLAT";
    return "%s: %s: %s. Cancel there by its website, or repeat this command."
        .formatted(venue, state, plain(site.problem()));
  }

  private static String orders(List<OrderEnd> orders) {
    Quantity shares =
        orders.stream().map(OrderEnd::filledMeanwhile).reduce(Quantity.ZERO, Quantity::plus);
    return "Orders that the desk had open: %d cancelled, %d filled, %d not listed, %d not known; %s shares filled meanwhile."
        .formatted(
            count(orders, Fate.CANCELLED),
            count(orders, Fate.FILLED),
            count(orders, Fate.NOT_LISTED),
            count(orders, Fate.OPEN),
            shares);
  }

  private static long count(List<OrderEnd> orders, Fate fate) {
    return orders.stream().filter(order -> order.fate() == fate).count();
  }

  private static String uneven(Uneven one) {
    return "Left unhedged: %s; execution %s%s. A running desk goes on with it; else see /unwind."
        .formatted(
            one.over().stream()
                .map(leg -> leg.shares() + " shares of " + plain(leg.instrument().toString()))
                .collect(Collectors.joining(", ")),
            one.execution(),
            one.pair() == null ? "" : " of pair " + one.pair());
  }

  private static String seconds(Duration time) {
    return "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
  }

  private static String plain(String text) {
    return Shown.plain(text, LONGEST);
  }
}
