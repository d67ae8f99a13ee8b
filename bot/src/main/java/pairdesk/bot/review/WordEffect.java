package pairdesk.bot.review;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.bot.console.Asked;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Usd;
import pairdesk.engine.risk.Limits;

/** What LIVE and RESUME mean at this moment, in numbers, above the word to be typed. */
record WordEffect(EngineView view, Texts texts) {
  private static final int CAUSE = 200;

  String live(Asked asked) {
    Usd capital = view.wealth().risk().capital();
    Limits.Capital limits = view.desk().limits().inForce().capital();
    long pairs =
        view.desk().pairs().stream().filter(p -> p.status() == PairStatus.APPROVED).count();
    return String.join(
        "\n",
        texts.say("live.money", texts.count("pairs.count", pairs), Numbers.dollars(capital)),
        texts.say(
            "live.most",
            Numbers.dollars(limits.oneTrade().at(capital)),
            Numbers.dollars(limits.committed().market()),
            Numbers.dollars(limits.open().unhedged().at(capital))),
        checklist(),
        texts.say("asked.ends", Numbers.ago(asked.until())));
  }

  String resume(Asked asked) {
    return String.join(
        "\n",
        texts.say("status.halted", Shown.line(view.desk().controls().haltReason(), CAUSE)),
        texts.say(
            "resume.then",
            view.desk().controls().mode(),
            Numbers.dollars(view.wealth().risk().capital())),
        checklist(),
        texts.say("asked.ends", Numbers.ago(asked.until())));
  }

  private String checklist() {
    EngineView.Risk risk = view.wealth().risk();
    Stream<String> venues =
        new TreeMap<>(view.desk().venues())
            .entrySet().stream()
                .map(venue ->
                    line(
                        venue.getValue().reconciled().clean(),
                        texts.say("check.reconciled", venue.getKey().label())));
    long executions = view.trading().openExecutions(Mode.LIVE);
    List<String> desk =
        List.of(
            line(
                risk.unhedged().isZero(),
                texts.say(
                    "check.risk",
                    Numbers.dollars(risk.unhedged()),
                    Numbers.dollars(risk.openRisk()))),
            line(
                executions == 0,
                texts.say("check.open", executions, view.trading().openOrders(Mode.LIVE))),
            line(
                view.desk().breakers().isEmpty(),
                texts.say("check.breakers", view.desk().breakers().size())));
    return Stream.concat(venues, desk.stream()).collect(Collectors.joining("\n"));
  }

  private static String line(boolean good, String what) {
    return (good ? "✅ " : "⚠️ ") + what;
  }
}
