package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Words;
import pairdesk.bot.report.Explanation;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.persistence.Archive;
import pairdesk.persistence.History;

/** Why something was done or not: every rule with its limit and its number. */
final class ExplainCommand implements SlashCommand {
  private static final String OPPORTUNITY = "opportunity";
  private static final int WORDS = 120;

  private final Desk desk;
  private final PairIndex index;

  ExplainCommand(Desk desk, PairIndex index) {
    this.desk = desk;
    this.index = index;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "explain",
        "Why a gap was taken or not: every rule with its number, and what would have helped",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(
            Option.text(OPPORTUNITY, "Id of a gap that was found").completing(),
            PairOption.option("The last one of a pair instead")),
        "/explain pair:42");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return option.equals(OPPORTUNITY)
        ? desk.view().trading().opportunities().stream()
            .map(seen -> (Opportunity.Bundle) seen.opportunity())
            .filter(bundle -> bundle.id().value().contains(typed))
            .map(bundle ->
                new Suggestion(
                    texts.say(
                        "explain.suggestion",
                        Words.pair(bundle.pair(), texts),
                        Numbers.signed(bundle.edge().net()),
                        bundle.at()),
                    bundle.id().value()))
            .toList()
        : index.suggest(EnumSet.allOf(PairStatus.class), typed);
  }

  @Override
  public Answer answer(Input input) {
    History history = desk.rows().history();
    Optional<Archive.Judged> found =
        input
            .text(OPPORTUNITY)
            .map(id -> history.opportunity(new OpportunityId(id)))
            .orElseGet(() -> history.lastOpportunity(PairOption.read(desk, input).pair().id()));
    return found
        .map(judged -> Explanation.of(judged, desk.view().desk().limits().inForce()))
        .map(explanation -> Answer.toCaller(card(explanation, input.texts())))
        .orElseThrow(() -> BadInput.of("explain.none"));
  }

  private static Card card(Explanation explanation, Texts texts) {
    Opportunity.Bundle bundle = explanation.opportunity();
    Card card =
        Card.of(
            tone(explanation),
            texts.say("explain.title", Words.pair(bundle.pair(), texts)),
            texts.say("explain.found", bundle.id(), bundle.strategy(), Numbers.when(bundle.at()))
                + "\n"
                + String.join("\n", bundle.legs().stream().map(leg -> leg(leg, texts)).toList()));
    for (String layer :
        explanation.rules().stream().map(Explanation.Asked::layer).distinct().toList()) {
      List<String> lines =
          explanation.rules().stream()
              .filter(asked -> asked.layer().equals(layer))
              .map(asked -> line(asked, texts))
              .toList();
      card = card.withLine(layer, Lines.fit(lines, Card.FIELD_VALUE_LIMIT, texts));
    }
    card =
        card.with(texts.say("edge.size"), Numbers.shares(bundle.shares(), texts))
            .with(
                texts.say("edge.net"),
                Numbers.signed(bundle.edge().net()) + ", " + bundle.edge().netRatio());
    return explanation.wanted().isEmpty()
        ? card
        : card.withLine(texts.say("explain.wanted"), Shown.line(explanation.wanted(), 400));
  }

  private static Tone tone(Explanation explanation) {
    return explanation.rules().stream()
            .anyMatch(asked -> asked.reply() == Explanation.Reply.REFUSED)
        ? Tone.WAITING
        : Tone.GOOD;
  }

  private static String leg(Leg leg, Texts texts) {
    return texts.say(
        "explain.leg",
        Numbers.shares(leg.quantity(), texts),
        leg.instrument().venue().label(),
        leg.instrument().outcome(),
        Numbers.price(leg.worst()));
  }

  private static String line(Explanation.Asked asked, Texts texts) {
    String limit = Shown.line(asked.limit(), WORDS);
    String numbers =
        asked.measured().isEmpty()
            ? texts.say("explain.rule", limit)
            : texts.say("explain.ruleMeasured", Shown.line(asked.measured(), WORDS), limit);
    return mark(asked.reply()) + " `" + asked.rule() + "` " + numbers;
  }

  private static String mark(Explanation.Reply reply) {
    return switch (reply) {
      case PASSED -> "✅";
      case SHRANK -> "✂️";
      case REFUSED -> "⛔";
      case NOT_NEEDED -> "⚪";
      case NOT_KNOWN -> "❔";
    };
  }
}
