package pairdesk.bot.position;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.engine.money.Usd;

/**
 * Sums over everything that is held, exact. The cost is that of matched shares, of unhedged ones
 * and of what belongs to no pair, together.
 *
 * @param fees all that were ever paid on these instruments
 * @param payout what matched shares pay whatever happens
 * @param locked of that, what is profit
 * @param unhedged cost of pairs' shares without a counterpart
 * @param alone cost of what belongs to no pair
 */
public record Totals(
    Usd cost, Usd fees, Usd payout, Usd locked, Usd unhedged, Usd alone, Worth worth) {

  /**
   * What all of it could be sold for now.
   *
   * @param known of those instruments that have a mark
   * @param unmarked how many have none
   */
  public record Worth(Usd known, long unmarked) {}

  static Totals of(Holdings all) {
    List<HeldLeg> legs = all.legs().toList();
    return new Totals(
        sum(legs.stream(), leg -> leg.position().cost()),
        sum(legs.stream(), leg -> leg.position().fees()),
        sum(all.pairs().stream(), Holding::payout),
        sum(all.pairs().stream(), Holding::locked),
        sum(all.pairs().stream(), Holding::unhedgedCost),
        sum(all.alone().stream(), leg -> leg.position().cost()),
        new Worth(
            sum(legs.stream(), leg -> leg.worth().orElse(Usd.ZERO)),
            legs.stream().filter(leg -> leg.mark().isEmpty()).count()));
  }

  private static <T> Usd sum(Stream<T> of, Function<T, Usd> what) {
    return of.map(what).reduce(Usd.ZERO, Usd::plus);
  }
}
