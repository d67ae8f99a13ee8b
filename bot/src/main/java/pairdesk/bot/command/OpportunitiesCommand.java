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
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Words;
import pairdesk.bot.text.Texts;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.persistence.History;

/** What was found, and what the gate said of it. */
final class OpportunitiesCommand extends PagedCommand {
  private static final int MOST = 300;
  private static final int ON_PAGE = 15;

  OpportunitiesCommand(Desk desk) {
    super(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "opportunities",
        "Gaps that were found, with the rule that let them pass or not",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(
            Option.choice("since", "How far back (default: 1h)", "1h", "24h", "7d"),
            PublicOption.option()),
        "/opportunities since:24h");
  }

  @Override
  Page page(Input input, int wanted) {
    String since = input.text("since").orElse("1h");
    Duration back =
        switch (since) {
          case "24h" -> Duration.ofDays(1);
          case "7d" -> Duration.ofDays(7);
          default -> Duration.ofHours(1);
        };
    List<History.Judged> found =
        desk.rows().history().opportunities(desk.clock().instant().minus(back), MOST);
    Pages pages = Pages.of(wanted, found.size(), ON_PAGE);
    Texts texts = input.texts();
    List<String> lines =
        pages.cut(found, ON_PAGE).stream().map(judged -> line(judged, texts)).toList();
    return new Page(
        Card.of(
            Tone.INFO,
            texts.say("opportunities.title", found.size(), since),
            lines.isEmpty()
                ? texts.say("opportunities.none")
                : Lines.fit(lines, Card.TEXT_LIMIT, texts)),
        pages);
  }

  private static String line(History.Judged judged, Texts texts) {
    Opportunity.Bundle bundle = judged.opportunity();
    return texts.say(
        "opportunities.line",
        Numbers.ago(bundle.at()),
        Words.pair(bundle.pair(), texts),
        Numbers.shares(bundle.shares(), texts),
        Numbers.signed(bundle.edge().net()),
        bundle.edge().netRatio(),
        said(judged.verdict(), texts));
  }

  private static String said(Verdict verdict, Texts texts) {
    return switch (verdict) {
      case Verdict.Allow() -> "✅ " + texts.say("verdict.allowed");
      case Verdict.Shrink(var shares, var rule, var why) ->
          "✅ "
              + texts.say("verdict.allowedFor", Numbers.shares(shares, texts))
              + " (`"
              + rule
              + "`: "
              + Shown.line(why, 120)
              + ")";
      case Verdict.Refuse(var rule, var why) -> "⛔ `" + rule + "`: " + Shown.line(why, 120);
    };
  }
}
