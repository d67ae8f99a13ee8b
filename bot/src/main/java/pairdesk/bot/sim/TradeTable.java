package pairdesk.bot.sim;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A line for each class that trades fall into. */
final class TradeTable<K extends Enum<K>> {
  private static final String HEAD =
      "%n%-36s %9s %8s %8s %8s %9s %9s %8s %9s%n"
          .formatted(
              "", "traded", "≤ 5 %", "≤ 2 %", "p95", "shares in", "unhedged", "mean ms", "each");

  private final Map<K, Tally> classes;
  private final Function<Trade, K> by;
  private final Function<K, String> text;

  TradeTable(Class<K> keys, Function<Trade, K> by, Function<K, String> text) {
    this.classes = new EnumMap<>(keys);
    this.by = by;
    this.text = text;
  }

  void add(Trade trade) {
    classes.computeIfAbsent(by.apply(trade), _ -> new Tally()).add(trade);
  }

  String text() {
    var lines = new StringBuilder(HEAD);
    classes.forEach((key, tally) -> lines.append(line(text.apply(key), tally)));
    return lines.toString();
  }

  private static String line(String what, Tally tally) {
    long traded = tally.traded();
    return String.format(
        Locale.ROOT,
        "%-36s %,9d %8s %8s %8s %9s %9s %,8d %9s%n",
        what,
        traded,
        Report.percent(tally.inside().limit(), traded),
        Report.percent(tally.inside().tolerance(), traded),
        tally.slippage(950),
        Report.percent(tally.inside().everyShare(), traded),
        Report.percent(tally.unhedged(), traded),
        tally.meanExecution().toMillis(),
        tally.earnedEach());
  }
}
