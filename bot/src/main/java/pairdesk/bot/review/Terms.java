package pairdesk.bot.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.risk.Dial;

/** What an approval is bound to, as people type and read it. */
public final class Terms {
  public static final String MAX = "max";
  public static final String DAYS = "days";
  public static final String NOTE = "note";
  private static final int MOST_DAYS = 1_000;

  private Terms() {}

  static Answer.Form form(ButtonId id, PairId pair) {
    return new Answer.Form(
        id,
        "Approve pair " + pair,
        List.of(
            new Answer.Form.Line(MAX, "Largest trade in dollars", "$500; empty: as /risk says"),
            new Answer.Form.Line(DAYS, "For how many days", "30; empty: until it is settled"),
            new Answer.Form.Line(NOTE, "Note for the record", "why")));
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
    String wanted =
        "`max` wants dollars above zero, for example $500, not " + Shown.line(typed, 40) + ".";
    try {
      Usd most = Usd.ofE6(Dial.ONE_TRADE.parse(typed));
      if (!most.isGreaterThan(Usd.ZERO)) {
        throw new BadInput(wanted);
      }
      return most;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BadInput(wanted, e);
    }
  }

  private static Duration days(String typed) {
    if (!typed.matches("[1-9]\\d{0,3}") || Integer.parseInt(typed) > MOST_DAYS) {
      throw new BadInput(
          "`days` wants a whole number from 1 to "
              + MOST_DAYS
              + ", not "
              + Shown.line(typed, 40)
              + ".");
    }
    return Duration.ofDays(Integer.parseInt(typed));
  }

  /** In words; empty when there are none. */
  public static String text(Pair.Terms terms) {
    String most =
        terms.maxTrade() == null ? "" : "trades up to " + Numbers.dollars(terms.maxTrade());
    String until = terms.until() == null ? "" : "until " + Numbers.when(terms.until());
    return most.isEmpty() || until.isEmpty() ? most + until : most + " · " + until;
  }
}
