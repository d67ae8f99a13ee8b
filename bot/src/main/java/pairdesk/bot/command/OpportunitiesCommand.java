package pairdesk.bot.command;

import java.time.Duration;
import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.persistence.History;

/** What was found, and what the gate said of it. */
final class OpportunitiesCommand implements SlashCommand {
  private static final int MOST = 25;

  private final Desk desk;

  OpportunitiesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "opportunities",
        "Gaps that were found, with the rule that let them pass or not",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(Option.choice("since", "How far back (default: 1h)", "1h", "24h", "7d")),
        "/opportunities since:24h");
  }

  @Override
  public Answer answer(Input input) {
    String since = input.text("since").orElse("1h");
    Duration back =
        switch (since) {
          case "24h" -> Duration.ofDays(1);
          case "7d" -> Duration.ofDays(7);
          default -> Duration.ofHours(1);
        };
    List<History.Judged> found =
        desk.rows().history().opportunities(desk.clock().instant().minus(back), MOST);
    var text = new StringBuilder();
    for (History.Judged judged : found) {
      String line = line(judged) + "\n";
      if (text.length() + line.length() > Card.TEXT_LIMIT) {
        break;
      }
      text.append(line);
    }
    return Answer.toCaller(
        Card.of(
            Tone.INFO,
            "Opportunities · last " + since,
            text.isEmpty() ? "None. Approved pairs are watched all the time." : text.toString()));
  }

  private static String line(History.Judged judged) {
    Opportunity.Bundle bundle = judged.opportunity();
    return "%s pair %s · %s · net %s (%s) · %s"
        .formatted(
            Numbers.ago(bundle.at()),
            bundle.pair(),
            Numbers.shares(bundle.shares()),
            Numbers.signed(bundle.edge().net()),
            bundle.edge().netRatio(),
            said(judged.verdict()));
  }

  static String said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allow() -> "✅ allowed";
      case Verdict.Shrink(var shares, var rule, var why) ->
          "✅ allowed for "
              + Numbers.shares(shares)
              + " (`"
              + rule
              + "`: "
              + Shown.line(why, 120)
              + ")";
      case Verdict.Refuse(var rule, var why) -> "⛔ `" + rule + "`: " + Shown.line(why, 120);
    };
  }
}
