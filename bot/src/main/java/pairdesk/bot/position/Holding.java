package pairdesk.bot.position;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Position;

/**
 * What is held of one pair, or of several that have markets in common and so ask one question.
 *
 * @param pairs by number
 * @param legs by instrument
 * @param matched shares of either answer that the other answer matches: each of these pays a dollar
 *     whatever happens
 */
public record Holding(List<Pair> pairs, List<HeldLeg> legs, Quantity matched) {
  public Holding {
    pairs = List.copyOf(pairs);
    legs = List.copyOf(legs);
  }

  static Holding of(Question question, List<Position> positions, Marks marks) {
    Quantity yes = Quantity.ZERO;
    Quantity no = Quantity.ZERO;
    for (Position position : positions) {
      if (question.affirms(position.instrument())) {
        yes = yes.plus(position.quantity());
      } else {
        no = no.plus(position.quantity());
      }
    }
    Quantity matched = question.isConsistent() ? yes.min(no) : Quantity.ZERO;
    Quantity restOfYes = matched;
    Quantity restOfNo = matched;
    var legs = new ArrayList<HeldLeg>();
    for (Position position : positions) {
      boolean affirms = question.affirms(position.instrument());
      Quantity part = position.quantity().min(affirms ? restOfYes : restOfNo);
      restOfYes = affirms ? restOfYes.minus(part) : restOfYes;
      restOfNo = affirms ? restOfNo : restOfNo.minus(part);
      legs.add(new HeldLeg(position, part, marks.of(position.instrument())));
    }
    return new Holding(question.pairs(), legs, matched);
  }

  /** The number of its first pair: what it is called by. */
  public PairId id() {
    return pairs.getFirst().id();
  }

  /** What the matched shares pay, whatever happens: a dollar each. */
  public Usd payout() {
    return Usd.ofE6(matched.e6());
  }

  /** What is certain: the payout of the matched shares, less what they cost and their fees. */
  public Usd locked() {
    return payout().minus(sum(HeldLeg::matchedCost)).minus(sum(HeldLeg::matchedFees));
  }

  /** Shares without a counterpart. */
  public Quantity unhedged() {
    return legs.stream().map(HeldLeg::open).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** What those cost. */
  public Usd unhedgedCost() {
    return sum(HeldLeg::openCost);
  }

  private Usd sum(Function<HeldLeg, Usd> part) {
    return legs.stream().map(part).reduce(Usd.ZERO, Usd::plus);
  }
}
