package pairdesk.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** The contracts of shares, for one batch of one wallet: what each call does, or fails with. */
final class ShareContracts {
  private static final Optional<String> WELL = Optional.empty();
  private static final Optional<String> NOT_RESOLVED =
      Optional.of("result for condition not received yet");
  private static final Optional<String> NO_ALLOWANCE = Optional.of("ERC20: insufficient allowance");
  private static final Optional<String> NO_MONEY =
      Optional.of("ERC20: transfer amount exceeds balance");
  private static final Optional<String> NOT_APPROVED =
      Optional.of("ERC1155: need operator approval for 3rd party transfers.");
  private static final Optional<String> NO_SHARES = Optional.of("SafeMath: subtraction overflow");

  private final Floor floor;
  private final PolymarketLedger ledger;
  private final List<Settlement> settlements = new ArrayList<>();
  private final List<ChainMove> moves = new ArrayList<>();

  ShareContracts(Floor floor, PolymarketLedger ledger) {
    this.floor = floor;
    this.ledger = ledger;
  }

  List<Settlement> settlements() {
    return settlements;
  }

  List<ChainMove> moves() {
    return moves;
  }

  /** Markets of which shares came or went. */
  Set<MarketId> touched() {
    var touched = new TreeSet<MarketId>();
    settlements.forEach(settlement -> touched.add(settlement.position().market()));
    moves.forEach(move -> touched.add(move.market()));
    return touched;
  }

  /** One after the other, until one fails. */
  Optional<String> all(List<ChainAction> actions) {
    for (ChainAction action : actions) {
      Optional<String> problem = one(action);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return WELL;
  }

  private Optional<String> one(ChainAction action) {
    return switch (action) {
      case ChainAction.ApproveMoney(var adapter, var approved) -> {
        ledger.approvals().money(adapter, approved);
        yield WELL;
      }
      case ChainAction.ApproveShares(var adapter, var approved) -> {
        ledger.approvals().shares(adapter, approved);
        yield WELL;
      }
      case ChainAction.Split split -> split(split);
      case ChainAction.Merge merge -> merge(merge);
      case ChainAction.Redeem redeem -> redeem(redeem);
      case ChainAction.Convert convert -> convert(convert);
    };
  }

  private Optional<String> split(ChainAction.Split split) {
    Usd paid = Usd.ofE6(split.sets().e6());
    if (!ledger.approvals().coverMoney(split.adapter())) {
      return NO_ALLOWANCE;
    }
    if (ledger.cash().isLessThan(paid)) {
      return NO_MONEY;
    }
    ledger.addCash(paid.negated());
    both(split.market(), split.sets().e6());
    moved(ChainMove.Kind.SPLIT, split.market(), split.sets(), split.sets(), paid);
    return WELL;
  }

  private Optional<String> merge(ChainAction.Merge merge) {
    if (!ledger.approvals().coverShares(merge.adapter())) {
      return NOT_APPROVED;
    }
    if (!ledger.holds(merge.market(), Outcome.YES, merge.sets())
        || !ledger.holds(merge.market(), Outcome.NO, merge.sets())) {
      return NO_SHARES;
    }
    Usd got = Usd.ofE6(merge.sets().e6());
    ledger.addCash(got);
    both(merge.market(), -merge.sets().e6());
    moved(ChainMove.Kind.MERGE, merge.market(), merge.sets(), merge.sets(), got);
    return WELL;
  }

  private Optional<String> redeem(ChainAction.Redeem redeem) {
    Market market = floor.market(redeem.market());
    Price value = market.state.value();
    if (value == null) {
      return NOT_RESOLVED;
    }
    if (!ledger.approvals().coverShares(redeem.adapter())) {
      return NOT_APPROVED;
    }
    ledger.settle(market.spec, value, floor.now()).ifPresent(settlements::add);
    return WELL;
  }

  private Optional<String> convert(ChainAction.Convert convert) {
    Quantity each = convert.each();
    if (!ledger.approvals().coverShares(Adapter.NEG_RISK)) {
      return NOT_APPROVED;
    }
    if (!convert.given().stream().allMatch(m -> ledger.holds(m, Outcome.NO, each))) {
      return NO_SHARES;
    }
    Usd got = Usd.ofE6(Math.multiplyExact(each.e6(), convert.given().size() - 1L));
    ledger.addCash(got);
    for (MarketId given : convert.given()) {
      ledger.change(given, Outcome.NO, -each.e6());
      boolean first = given.equals(convert.given().getFirst());
      moved(ChainMove.Kind.CONVERSION, given, Quantity.ZERO, each, first ? got : Usd.ZERO);
    }
    for (MarketId other : convert.others()) {
      ledger.change(other, Outcome.YES, each.e6());
      moved(ChainMove.Kind.CONVERSION, other, each, Quantity.ZERO, Usd.ZERO);
    }
    return WELL;
  }

  private void both(MarketId market, long sharesE6) {
    ledger.change(market, Outcome.YES, sharesE6);
    ledger.change(market, Outcome.NO, sharesE6);
  }

  private void moved(ChainMove.Kind kind, MarketId market, Quantity yes, Quantity no, Usd cash) {
    moves.add(new ChainMove(kind, market, yes, no, cash, floor.now()));
  }
}
