package pairdesk.bot.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Words;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.AccountSnapshot;

/** How each notice looks. */
final class NoticeCards {
  private final Desk desk;
  private final Texts texts;

  NoticeCards(Desk desk) {
    this.desk = desk;
    this.texts = desk.texts();
  }

  Optional<PairId> pairOf(Opportunity opportunity) {
    return switch (opportunity) {
      case Opportunity.Bundle bundle -> Optional.ofNullable(bundle.pair());
    };
  }

  Answer.Reply opportunity(Notice.OpportunityFound found) {
    return switch (found.opportunity()) {
      case Opportunity.Bundle bundle -> reply(bundle(bundle, found.verdict()));
    };
  }

  private Card bundle(Opportunity.Bundle bundle, Verdict verdict) {
    String legs = bundle.legs().stream().map(this::leg).collect(Collectors.joining("\n"));
    return Card.of(
            Tone.INFO, texts.say("notice.opportunity", Words.pair(bundle.pair(), texts)), legs)
        .with(texts.say("edge.size"), Numbers.shares(bundle.shares(), texts))
        .with(
            texts.say("notice.netEdge"),
            texts.say(
                "notice.aShare", Numbers.signed(bundle.edge().net()), bundle.edge().netRatio()))
        .with(texts.say("notice.fees"), Numbers.dollars(bundle.edge().fees()))
        .withLine(texts.say("notice.verdict"), said(verdict));
  }

  private String leg(Leg leg) {
    return texts.say(
        "notice.buy",
        Numbers.shares(leg.quantity(), texts),
        name(leg.instrument()),
        Numbers.price(leg.worst()));
  }

  private String said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allow() -> texts.say("verdict.allowed");
      case Verdict.Shrink(var shares, var rule, var why) ->
          texts.say("verdict.allowedBy", Numbers.shares(shares, texts), rule)
              + ": "
              + Shown.line(why, 300);
      case Verdict.Refuse(var rule, var why) ->
          texts.say("verdict.refusedBy", rule) + ": " + Shown.line(why, 300);
    };
  }

  private String title(MarketId market) {
    return desk.market(market).map(m -> m.listing().texts().title()).orElse(market.code());
  }

  private String name(Instrument instrument) {
    String title = title(instrument.market());
    return "%s %s “%s”"
        .formatted(instrument.venue().label(), instrument.outcome(), Shown.line(title, 70));
  }

  Answer.Reply execution(ExecutionSnapshot execution) {
    String legs =
        execution.legs().stream()
            .map(leg -> leg(leg, execution.planned()))
            .collect(Collectors.joining("\n"));
    Card card =
        Card.of(
                tone(execution),
                texts.say("notice.execution", Words.pair(execution.pair(), texts))
                    + (execution.mode() == Mode.PAPER ? " · PAPER · " : " · ")
                    + execution.state(),
                legs)
            .with(
                texts.say("notice.intended"),
                texts.say("notice.eachLeg", Numbers.shares(execution.planned(), texts)))
            .with(texts.say("notice.fees"), Numbers.dollars(fees(execution)))
            .with(
                texts.say("notice.expected"),
                edge(execution.result().expected(), execution.planned()))
            .with(
                texts.say(execution.state().isClosed() ? "notice.realised" : "notice.soFar"),
                edge(execution.result().realised(), least(execution)));
    Instant hedged = execution.times().hedged();
    if (hedged != null) {
      card =
          card.with(
              texts.say("notice.hedgedAfter"),
              Numbers.span(Duration.between(execution.times().started(), hedged)));
    }
    if (!execution.unhedged().isZero()) {
      card =
          card.withLine(
              "🔴 " + texts.say("risk.unhedged"),
              "```diff\n- "
                  + texts.say("notice.unhedged", Numbers.shares(execution.unhedged(), texts))
                  + "\n```");
    }
    return reply(
        card.withLine(texts.say("notice.last"), Shown.line(execution.result().note(), 300)));
  }

  private static Usd fees(ExecutionSnapshot execution) {
    return execution.legs().stream()
        .map(ExecutionSnapshot.LegSnapshot::fees)
        .reduce(Usd.ZERO, Usd::plus);
  }

  /** Whole bundles that are held. */
  private static Quantity least(ExecutionSnapshot execution) {
    return execution.legs().stream()
        .map(ExecutionSnapshot.LegSnapshot::held)
        .reduce(Quantity::min)
        .orElse(Quantity.ZERO);
  }

  /** In dollars, and per dollar of payout where there is one. */
  private String edge(Usd net, Quantity bundles) {
    return bundles.isZero()
        ? Numbers.signed(net)
        : texts.say(
            "notice.edge",
            Numbers.signed(net),
            Ratio.of(net, Usd.ofE6(bundles.e6()), Rounding.DOWN));
  }

  private String leg(ExecutionSnapshot.LegSnapshot leg, Quantity planned) {
    String sold = leg.sold().isZero() ? "" : ", " + texts.say("notice.sold", leg.sold());
    String provisional =
        leg.provisional().isZero()
            ? ""
            : " (" + texts.say("notice.provisional", leg.provisional()) + ")";
    return texts.say(
        "notice.leg",
        name(leg.instrument()),
        leg.bought(),
        planned + sold + provisional,
        Numbers.average(leg.spent(), leg.bought()),
        Numbers.price(leg.worst()),
        Numbers.dollars(leg.fees()));
  }

  private static Tone tone(ExecutionSnapshot execution) {
    return switch (execution.state()) {
      case COMPLETE -> Tone.GOOD;
      case PLANNED, WORKING, PATCHING, HOLDING -> Tone.WAITING;
      case UNEVEN, UNWINDING, PANIC, STUCK, UNWOUND, PANIC_CLOSED -> Tone.BAD;
      case REFUSED, STALE, NOTHING_FILLED -> Tone.QUIET;
    };
  }

  Answer.Reply alarm(Notice.Alarm alarm) {
    return reply(
        Card.of(
            Tone.BAD, texts.say("notice.alarm", alarm.code()), Shown.line(alarm.text(), 1_500)));
  }

  Answer.Reply breaker(Notice.BreakerTripped tripped) {
    Instant until = tripped.breaker().until();
    return reply(
        Card.of(
                Tone.BAD,
                texts.say("notice.breaker", tripped.breaker().name()),
                Shown.line(tripped.breaker().cause(), 1_000))
            .with(
                texts.say("notice.until"),
                until == null ? texts.say("notice.byAdmin") : Numbers.when(until)));
  }

  Answer.Reply reset(Notice.BreakerReset reset) {
    return reply(
        Card.of(
            Tone.GOOD,
            texts.say("notice.reset", reset.name()),
            texts.say("notice.resetBy", Shown.line(reset.by(), 60))));
  }

  Answer.Reply venue(Notice.VenueChanged changed) {
    var status = changed.status();
    boolean up = status.health() == pairdesk.engine.venue.VenueStatus.Health.UP;
    return reply(
        Card.of(
            up ? Tone.GOOD : Tone.BAD,
            status.venue().label() + " · " + status.part() + " " + status.health(),
            Shown.line(status.cause(), 500)));
  }

  Answer.Reply pair(Notice.PairChanged changed) {
    return reply(
        Card.of(
            Tone.WAITING,
            texts.say("candidate.title", changed.pair().id(), changed.pair().status()),
            Shown.line(changed.why(), 500)));
  }

  Answer.Reply paidOut(Notice.PaidOut paid) {
    AccountSnapshot.Payout payout = paid.payout();
    return reply(
        Card.of(
                payout.paid().isZero() ? Tone.QUIET : Tone.GOOD,
                texts.say(
                    paid.mode() == Mode.PAPER ? "notice.paidOnPaper" : "notice.paid",
                    payout.market().venue().label(),
                    Numbers.dollars(payout.paid())),
                Shown.line(title(payout.market()), 200))
            .with(texts.say("notice.yesPaid"), Price.ofE4(payout.yesValueE4()).toString()));
  }

  Answer.Reply control(Notice.ControlChanged changed) {
    return reply(
        Card.of(Tone.INFO, texts.say("notice.controls"), Shown.line(changed.what(), 500))
            .with(texts.say("notice.by"), Shown.line(changed.by(), 60)));
  }

  Answer.Reply dropped(long lost) {
    return reply(
        Card.of(Tone.WAITING, texts.say("notice.leftOut"), texts.count("notice.lost", lost)));
  }

  private Answer.Reply reply(Card card) {
    Controls controls = desk.view().desk().controls();
    String footer = "Pairdesk · " + controls.mode() + (controls.halted() ? " · HALTED" : "");
    return new Answer.Reply(card.withFooter(footer), List.of(), Answer.Audience.CHANNEL);
  }
}
