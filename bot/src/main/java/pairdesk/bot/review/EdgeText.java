package pairdesk.bot.review;

import java.time.Duration;
import java.util.List;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.Leg;

/** What a pair would earn now, in words. */
public record EdgeText(EdgeNow now, Texts texts) {

  /** Both ways, a line each. */
  public String ways(Pair pair, Quantity shares) {
    return Numbers.shares(shares, texts)
        + ":\n"
        + String.join("\n", now.of(pair, shares).stream().map(this::line).toList());
  }

  /** One way as a line: prices at their worst, fees, net in dollars and a share. */
  private String line(EdgeNow.Way way) {
    return switch (way) {
      case EdgeNow.Way.Unknown(var legs, var missing, var of) ->
          legs(legs) + ": " + texts.say("edge.missing." + missing, of.venue().label());
      case EdgeNow.Way.Counted(var priced) ->
          texts.say(
                  "edge.line",
                  legs(priced.legs().stream().map(Leg::instrument).toList()),
                  String.join(
                      " + ",
                      priced.legs().stream().map(leg -> Numbers.price(leg.worst())).toList()),
                  Numbers.dollars(priced.edge().fees()),
                  Numbers.signed(priced.edge().net()),
                  priced.edge().netRatio())
              + yearly(priced);
    };
  }

  private String yearly(Priced priced) {
    var annualised = priced.edge().annualised();
    return annualised == null ? "" : " · " + texts.say("edge.yearly", annualised);
  }

  private static String legs(List<Instrument> legs) {
    return String.join(
        " + ", legs.stream().map(leg -> leg.outcome() + " " + leg.venue().label()).toList());
  }

  /** How much money is bound, and until when; for the way that earns more. */
  public String lockUp(Pair pair, Quantity shares) {
    String dollars =
        now.best(pair, shares)
            .map(priced -> Numbers.dollars(priced.edge().cost().plus(priced.edge().fees())))
            .orElseGet(() -> texts.say("edge.amountUnknown"));
    return now.until(pair)
        .map(end ->
            texts.say(
                "edge.until",
                dollars,
                Numbers.when(end),
                Math.max(0, Duration.between(now.at(), end).toDays())))
        .orElseGet(() -> texts.say("edge.untilUnknown", dollars));
  }
}
