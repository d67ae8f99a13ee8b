package pairdesk.sandbox.exchange;

import java.util.List;
import java.util.Map;
import pairdesk.engine.money.Usd;

/**
 * An account now.
 *
 * @param cash by shard, reserves included; one pool is shard 0
 * @param reserved by shard, for open orders
 * @param pendingCash of sells that are not mined yet
 * @param positions of markets that are not paid out
 */
public record AccountView(
    AccountId id,
    Map<Integer, Usd> cash,
    Map<Integer, Usd> reserved,
    Usd pendingCash,
    List<Position> positions) {

  public AccountView {
    cash = Map.copyOf(cash);
    reserved = Map.copyOf(reserved);
    positions = List.copyOf(positions);
  }

  /** Cash of the shard that no open order reserves. */
  public Usd free(int shard) {
    return cash.getOrDefault(shard, Usd.ZERO).minus(reserved.getOrDefault(shard, Usd.ZERO));
  }
}
