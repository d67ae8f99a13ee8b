package pairdesk.sandbox.exchange;

import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;

/** What a wallet of Polymarket does on the chain. */
public sealed interface ChainAction {

  /** Lets an adapter take dollars: before split. */
  record ApproveMoney(Adapter adapter, boolean approved) implements ChainAction {}

  /** Lets an adapter take shares: before merge, redeem and convert. */
  record ApproveShares(Adapter adapter, boolean approved) implements ChainAction {}

  /** Dollars into as many YES and as many NO. */
  record Split(Adapter adapter, MarketId market, Quantity sets) implements ChainAction {}

  record Merge(Adapter adapter, MarketId market, Quantity sets) implements ChainAction {}

  /** All shares of both outcomes into what they pay. */
  record Redeem(Adapter adapter, MarketId market) implements ChainAction {}

  /**
   * NO of some questions of a group into a dollar less than there are of them, and YES of the rest.
   *
   * @param given markets whose NO is given, one at least
   * @param others markets of the group whose YES is taken
   */
  record Convert(List<MarketId> given, List<MarketId> others, Quantity each)
      implements ChainAction {
    public Convert {
      given = List.copyOf(given);
      others = List.copyOf(others);
    }
  }
}
