package pairdesk.engine.portfolio;

import java.util.List;
import java.util.Map;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Usd;

/**
 * One market after some fills.
 *
 * @param positions of YES and NO
 * @param cash what the market has brought in cash so far; negative while shares are held
 * @param provisional dollars of fills that may still be taken back
 */
record MarketState(
    List<Position> positions, Map<PnlKey, Earned> earned, Usd cash, Usd provisional) {
  static final MarketState EMPTY = new MarketState(List.of(), Map.of(), Usd.ZERO, Usd.ZERO);

  Position position(Instrument instrument) {
    return positions.stream()
        .filter(position -> position.instrument().equals(instrument))
        .findAny()
        .orElseGet(() -> Position.flat(instrument));
  }

  Earned earned(PnlKey key) {
    return earned.getOrDefault(key, Earned.NOTHING);
  }

  boolean isHolding() {
    return positions.stream().anyMatch(position -> !position.quantity().isZero());
  }

  Usd cost() {
    return positions.stream().map(Position::cost).reduce(Usd.ZERO, Usd::plus);
  }
}
