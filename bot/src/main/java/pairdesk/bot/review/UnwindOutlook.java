package pairdesk.bot.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.bot.console.Desk;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.execution.PriceRules;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Side;

/**
 * What evening out an execution would come to on the books that the desk follows now, fees counted,
 * within the prices that a panic accepts at last.
 *
 * @param cost of what has no counterpart
 * @param selling what that would bring; empty where not all of it can be sold
 * @param completing what finished bundles would pay, less what is missing costs; empty where not
 *     all of it can be bought, or only for more than that
 * @param oldest of the books that this rests on; empty where there is none
 */
record UnwindOutlook(
    Usd cost, Optional<Usd> selling, Optional<Usd> completing, Optional<Instant> oldest) {

  private static final PriceRules.Rung LAST = PriceRules.STANDARD.rungs().getLast();

  /** A leg and how many shares of it are to be traded. */
  private record Part(LegSnapshot leg, Quantity shares) {}

  static UnwindOutlook of(Desk desk, ExecutionSnapshot execution) {
    return new Counting(desk, execution).outlook();
  }

  /** The better of both ways against the cost; negative where even that earns. Empty: unknown. */
  Optional<Usd> loss() {
    return Stream.of(selling, completing)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(cost::minus);
  }

  private record Counting(Desk desk, ExecutionSnapshot execution) {
    private UnwindOutlook outlook() {
      Quantity least = held(Comparator.naturalOrder());
      Quantity most = held(Comparator.reverseOrder());
      List<Part> over = parts(leg -> leg.held().minus(least));
      List<Part> missing = parts(leg -> most.minus(leg.held()));
      Usd payout = Usd.ofE6(Math.multiplyExact(most.minus(least).e6(), (long) execution.paying()));
      Usd cost = over.stream().map(Counting::cost).reduce(Usd.ZERO, Usd::plus);
      Usd bound = cost.times(LAST.ofCost(), Rounding.DOWN);
      return new UnwindOutlook(
          cost,
          sum(over, this::proceeds),
          sum(missing, this::price).map(payout::minus).filter(left -> !left.isLessThan(bound)),
          execution.legs().stream()
              .flatMap(leg -> book(leg).stream())
              .map(Book::confirmedAt)
              .min(Comparator.naturalOrder()));
    }

    private Quantity held(Comparator<Quantity> order) {
      return execution.legs().stream().map(LegSnapshot::held).min(order).orElseThrow();
    }

    private List<Part> parts(Function<LegSnapshot, Quantity> shares) {
      return execution.legs().stream()
          .map(leg -> new Part(leg, shares.apply(leg)))
          .filter(part -> !part.shares().isZero())
          .toList();
    }

    /** Empty where one of them is unknown. */
    private static Optional<Usd> sum(List<Part> parts, Function<Part, Optional<Usd>> amount) {
      Usd sum = Usd.ZERO;
      for (Part part : parts) {
        Optional<Usd> one = amount.apply(part);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(one.get());
      }
      return Optional.of(sum);
    }

    private static Usd cost(Part part) {
      LegSnapshot leg = part.leg();
      return Usd.ofE6(
          Rounding.UP.multiplyDivide(leg.spent().e6(), part.shares().e6(), leg.bought().e6()));
    }

    private Optional<Usd> proceeds(Part part) {
      return market(part.leg())
          .flatMap(market -> {
            Price floor = floor(market, part.leg());
            return book(part.leg())
                .map(book -> Sweep.sell(book.bids(), part.shares(), floor))
                .filter(sweep -> sweep.shares().equals(part.shares()))
                .map(sweep -> sweep.amount().minus(fee(market, Side.SELL, sweep)));
          });
    }

    private static Price floor(Market market, LegSnapshot leg) {
      return PriceRules.STANDARD.panicLimit(
          market.terms().grid(), leg.spent(), leg.bought(), LAST.after());
    }

    private Optional<Usd> price(Part part) {
      return market(part.leg())
          .flatMap(market ->
              book(part.leg())
                  .map(book -> Sweep.buy(book.asks(), part.shares(), Price.ONE))
                  .filter(sweep -> sweep.shares().equals(part.shares()))
                  .map(sweep -> sweep.amount().plus(fee(market, Side.BUY, sweep))));
    }

    private static Usd fee(Market market, Side side, Sweep sweep) {
      return Fees.STANDARD.estimate(market.terms().fees(), side, sweep);
    }

    private Optional<Book> book(LegSnapshot leg) {
      return Optional.ofNullable(desk.view().desk().books().get(leg.instrument()));
    }

    /** With fees that are known. */
    private Optional<Market> market(LegSnapshot leg) {
      var id = leg.instrument().market();
      return Optional.ofNullable(desk.view().desk().markets().get(id))
          .or(() -> desk.market(id))
          .filter(market -> Fees.knows(market.terms().fees()));
    }
  }
}
