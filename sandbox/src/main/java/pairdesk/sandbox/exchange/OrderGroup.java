package pairdesk.sandbox.exchange;

import java.util.List;
import pairdesk.engine.money.Quantity;

/**
 * A group of orders that are cancelled together when too much of them fills at once.
 *
 * @param limit shares that may fill within fifteen seconds
 * @param triggered its orders are cancelled and new ones refused
 */
public record OrderGroup(Key key, Quantity limit, boolean triggered, List<String> orders) {

  public record Key(String id, AccountId owner, int shard) {}
}
