package pairdesk.engine.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Shares of one instrument at average cost, one slice for each strategy and pair that bought some.
 * A part that leaves takes its share of the cost with it, rounded up to the micro-dollar; the last
 * shares take what is left, so that nothing is lost between.
 */
final class Holding {
  private final TreeMap<Attribution, Slice> slices = new TreeMap<>();

  private record Slice(Quantity quantity, Usd cost) {}

  Quantity quantity() {
    return slices.values().stream().map(Slice::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  Usd cost() {
    return slices.values().stream().map(Slice::cost).reduce(Usd.ZERO, Usd::plus);
  }

  void add(Attribution owner, Quantity quantity, Usd cost) {
    if (!quantity.isZero()) {
      slices.merge(
          owner,
          new Slice(quantity, cost),
          (a, b) -> new Slice(a.quantity().plus(b.quantity()), a.cost().plus(b.cost())));
    }
  }

  /**
   * Takes shares out, those of their seller first, and tells each owner what was earned. The
   * proceeds are split by shares, the last part taking the remainder.
   *
   * @param quantity at most what is held
   */
  void close(
      Attribution seller, Quantity quantity, Usd proceeds, BiConsumer<Attribution, Usd> realised) {
    Quantity open = quantity;
    Usd unpaid = proceeds;
    for (Attribution owner : startingWith(seller)) {
      Quantity part = sliceOf(owner).quantity().min(open);
      unpaid = unpaid.minus(take(owner, part, open, unpaid, realised));
      open = open.minus(part);
    }
    if (!open.isZero()) {
      throw new IllegalArgumentException("closes " + open + " more than is held");
    }
  }

  private List<Attribution> startingWith(Attribution seller) {
    var owners = new ArrayList<Attribution>();
    owners.add(seller);
    slices.keySet().stream().filter(owner -> !owner.equals(seller)).forEach(owners::add);
    return owners;
  }

  /** Takes a part of one slice, which gets its share of the proceeds; gives back that share. */
  private Usd take(
      Attribution owner,
      Quantity part,
      Quantity of,
      Usd proceeds,
      BiConsumer<Attribution, Usd> realised) {
    if (part.isZero()) {
      return Usd.ZERO;
    }
    Slice slice = sliceOf(owner);
    Usd cost = share(slice.cost(), part, slice.quantity(), Rounding.UP);
    Usd paid = share(proceeds, part, of, Rounding.DOWN);
    if (part.equals(slice.quantity())) {
      slices.remove(owner);
    } else {
      slices.put(owner, new Slice(slice.quantity().minus(part), slice.cost().minus(cost)));
    }
    realised.accept(owner, paid.minus(cost));
    return paid;
  }

  private Slice sliceOf(Attribution owner) {
    return slices.getOrDefault(owner, new Slice(Quantity.ZERO, Usd.ZERO));
  }

  private static Usd share(Usd amount, Quantity part, Quantity of, Rounding rounding) {
    return Usd.ofE6(rounding.multiplyDivide(amount.e6(), part.e6(), of.e6()));
  }
}
