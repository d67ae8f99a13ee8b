package pairdesk.bot.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Usd;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;

/** What an approval is bound to, as people type and read it. */
public final class Terms {
  public static final String MAX = "max";
  public static final String DAYS = "days";
  public static final String NOTE = "note";
  private static final int MOST_DAYS = 1_000;

  private Terms() {}

  static Answer.Form form(Desk desk, Asked asked, ButtonId id, Pair pair, Texts texts) {
    return new Answer.Form(
        id,
        texts.say("terms.title", pair.id()),
        effect(desk, pair, texts) + "\n" + texts.say("asked.ends", Numbers.ago(asked.until())),
        List.of(
            new Answer.Form.Line(MAX, texts.say("terms.max"), texts.say("terms.max.hint")),
            new Answer.Form.Line(DAYS, texts.say("terms.days"), texts.say("terms.days.hint")),
            new Answer.Form.Line(NOTE, texts.say("terms.note"), texts.say("terms.note.hint"))));
  }

  /** What an approval lets the desk do. */
  private static String effect(Desk desk, Pair pair, Texts texts) {
    EngineView view = desk.view();
    Usd capital = view.wealth().risk().capital();
    Limits.Capital limits = view.desk().limits().inForce().capital();
    return String.join(
        "\n",
        texts.say("terms.traded", view.desk().controls().mode(), Numbers.dollars(capital)),
        texts.say(
            "terms.most",
            Numbers.dollars(limits.oneTrade().at(capital)),
            Numbers.dollars(limits.committed().market())),
        texts.say(
            "terms.bound",
            new EdgeText(EdgeNow.followed(desk), texts).lockUp(pair, EdgeNow.smallest(desk))),
        desk.secondApproverAbove()
            .map(most -> texts.say("terms.second", Numbers.dollars(most)))
            .orElse(texts.say("terms.alone")));
  }

  /**
   * @throws BadInput when one of them cannot be used
   */
  public static Pair.Terms read(Map<String, String> typed, Instant now) {
    String max = typed.getOrDefault(MAX, "").strip();
    String days = typed.getOrDefault(DAYS, "").strip();
    return new Pair.Terms(
        max.isEmpty() ? null : dollars(max), days.isEmpty() ? null : now.plus(days(days)));
  }

  public static String note(Map<String, String> typed) {
    return typed.getOrDefault(NOTE, "").strip();
  }

  private static Usd dollars(String typed) {
    try {
      Usd most = Usd.ofE6(Dial.ONE_TRADE.parse(typed));
      if (!most.isGreaterThan(Usd.ZERO)) {
        throw BadInput.of("terms.max.wanted", Shown.line(typed, 40));
      }
      return most;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw BadInput.of(e, "terms.max.wanted", Shown.line(typed, 40));
    }
  }

  private static Duration days(String typed) {
    if (!typed.matches("[1-9]\\d{0,3}") || Integer.parseInt(typed) > MOST_DAYS) {
      throw BadInput.of("terms.days.wanted", MOST_DAYS, Shown.line(typed, 40));
    }
    return Duration.ofDays(Integer.parseInt(typed));
  }

  /** In words; empty when there are none. */
  public static String text(Pair.Terms terms, Texts texts) {
    String most =
        terms.maxTrade() == null ? "" : texts.say("terms.upTo", Numbers.dollars(terms.maxTrade()));
    String until =
        terms.until() == null ? "" : texts.say("terms.until", Numbers.when(terms.until()));
    return most.isEmpty() || until.isEmpty() ? most + until : most + " · " + until;
  }
}
