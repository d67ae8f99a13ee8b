package pairdesk.sandbox.wire.polymarket.relayer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.Adapter;
import pairdesk.sandbox.exchange.ChainAction;
import pairdesk.sandbox.wire.polymarket.listing.ListedEvent;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.ContractCall;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;

/** What calls of the venue's contracts mean for a wallet's shares and dollars. */
final class ContractCalls {
  private static final String APPROVE = AbiWords.selector("approve(address,uint256)");
  private static final String APPROVE_ALL = AbiWords.selector("setApprovalForAll(address,bool)");
  private static final String SPLIT =
      AbiWords.selector("splitPosition(address,bytes32,bytes32,uint256[],uint256)");
  private static final String MERGE =
      AbiWords.selector("mergePositions(address,bytes32,bytes32,uint256[],uint256)");
  private static final String REDEEM =
      AbiWords.selector("redeemPositions(address,bytes32,bytes32,uint256[])");
  private static final String CONVERT =
      AbiWords.selector("convertPositions(bytes32,uint256,uint256)");
  private static final int CONDITION = 2;
  private static final int AMOUNT = 4;

  private final Listings listings;

  ContractCalls(Listings listings) {
    this.listings = listings;
  }

  /**
   * @throws IllegalArgumentException when a contract or a function is none that the relayer calls
   */
  List<ChainAction> actions(List<ContractCall> calls) {
    var actions = new ArrayList<ChainAction>();
    for (ContractCall call : calls) {
      action(call).ifPresent(actions::add);
    }
    return actions;
  }

  /** Empty for an approval that changes nothing here: the exchanges have theirs already. */
  private Optional<ChainAction> action(ContractCall call) {
    var words = new AbiWords(call.bytes());
    String function = call.data().substring(0, Math.min(10, call.data().length()));
    if (call.to().equals(Contracts.COLLATERAL) && function.equals(APPROVE)) {
      return adapter(words.address(0))
          .map(adapter -> new ChainAction.ApproveMoney(adapter, words.flag(1)));
    }
    if (call.to().equals(Contracts.CONDITIONAL_TOKENS) && function.equals(APPROVE_ALL)) {
      return adapter(words.address(0))
          .map(adapter -> new ChainAction.ApproveShares(adapter, words.flag(1)));
    }
    return Optional.of(shares(adapter(call.to()).orElseThrow(ContractCalls::unknown), call, words));
  }

  private ChainAction shares(Adapter adapter, ContractCall call, AbiWords words) {
    String function = call.data().substring(0, 10);
    if (function.equals(CONVERT) && adapter == Adapter.NEG_RISK) {
      return convert(words);
    }
    if (function.equals(REDEEM)) {
      return new ChainAction.Redeem(adapter, market(adapter, words));
    }
    if (function.equals(SPLIT)) {
      return new ChainAction.Split(adapter, market(adapter, words), amount(words, AMOUNT));
    }
    if (function.equals(MERGE)) {
      return new ChainAction.Merge(adapter, market(adapter, words), amount(words, AMOUNT));
    }
    throw unknown();
  }

  private MarketId market(Adapter adapter, AbiWords words) {
    PolymarketListing listing =
        listings.condition(words.hex(CONDITION)).orElseThrow(ContractCalls::unknown);
    boolean right = listing.event().negRisk() == (adapter == Adapter.NEG_RISK);
    if (!right) {
      throw unknown();
    }
    return listing.id();
  }

  /** Question i of a group is its i-th market. */
  private ChainAction convert(AbiWords words) {
    String group = words.hex(0);
    ListedEvent event =
        listings.events().stream()
            .filter(e -> e.event().negRisk() && e.event().negRiskMarketId().equals(group))
            .findFirst()
            .orElseThrow(ContractCalls::unknown);
    var given = new ArrayList<MarketId>();
    var others = new ArrayList<MarketId>();
    for (int i = 0; i < event.markets().size(); i++) {
      (words.number(1).testBit(i) ? given : others).add(event.markets().get(i).id());
    }
    boolean beyond = words.number(1).bitLength() > event.markets().size();
    if (given.isEmpty() || beyond || event.markets().size() < 2) {
      throw unknown();
    }
    return new ChainAction.Convert(given, others, amount(words, 2));
  }

  private static Quantity amount(AbiWords words, int word) {
    return Quantity.ofE6(words.number(word).longValueExact());
  }

  private static Optional<Adapter> adapter(Address contract) {
    if (contract.equals(Contracts.COLLATERAL_ADAPTER)) {
      return Optional.of(Adapter.STANDARD);
    }
    return contract.equals(Contracts.NEG_RISK_COLLATERAL_ADAPTER)
        ? Optional.of(Adapter.NEG_RISK)
        : Optional.empty();
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("no call of the relayer's");
  }
}
