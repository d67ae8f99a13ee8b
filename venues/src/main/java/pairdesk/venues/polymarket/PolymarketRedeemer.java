package pairdesk.venues.polymarket;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.engine.venue.Redeemer;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.chain.ChainCall;
import pairdesk.venues.polymarket.chain.ChainOutcome;
import pairdesk.venues.polymarket.chain.ChainSender;
import pairdesk.venues.polymarket.chain.ConditionId;
import pairdesk.venues.polymarket.chain.Contract;
import pairdesk.venues.polymarket.chain.MarketKind;
import pairdesk.venues.polymarket.chain.PolymarketChain;
import pairdesk.venues.polymarket.chain.PreparedCall;
import pairdesk.venues.polymarket.chain.RouterConditionId;

/**
 * Redeems on the chain: a wallet by the relayer, a key of its own by a transaction. The contract
 * that pays must be allowed to take the shares first; a wallet allows it in the same batch, a key
 * by a call before.
 */
final class PolymarketRedeemer implements Redeemer {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketRedeemer.class);

  private final PolymarketPrivate venue;
  private final PolymarketCatalog catalog;
  private final PolymarketChain chain;
  private final ChainSender sender;

  PolymarketRedeemer(
      PolymarketPrivate venue,
      PolymarketCatalog catalog,
      PolymarketChain chain,
      ChainSender sender) {
    this.venue = venue;
    this.catalog = catalog;
    this.chain = chain;
    this.sender = sender;
  }

  @Override
  public VenueId venue() {
    return VenueId.POLYMARKET;
  }

  /** The calls of one attempt, and what they pay. */
  private record Plan(List<ChainCall> calls, Usd pays) {}

  @Override
  public Preparation prepare(Claim claim) {
    try {
      Market market =
          catalog
              .read(claim.market())
              .orElseThrow(() -> new VenueException("not listed: " + claim.market()));
      Plan plan = plan(market, claim);
      return switch (sender.prepare(plan.calls())) {
        case ChainSender.Preparation.Refused(var reason) -> new Preparation.Refused(reason);
        case ChainSender.Preparation.Ready(var call) ->
            new Preparation.Ready(
                new PreparedRedeem(call.id(), claim, call.nonce(), call.payload(), plan.pays()));
      };
    } catch (VenueException e) {
      return new Preparation.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Plan plan(Market market, Claim claim) {
    boolean ledger = PositionId.isOne(PolymarketCodec.tokenId(market.address().yesCode()));
    Contract shares = ledger ? Contract.POSITION_MANAGER : Contract.CONDITIONAL_TOKENS;
    MarketKind kind = market.address().negRisk() ? MarketKind.NEG_RISK : MarketKind.STANDARD;
    Contract payer = ledger ? Contract.ROUTER : kind.adapter();
    List<ChainCall> redeem =
        ledger
            ? ofPositionLedger(claim)
            : List.of(new ChainCall.Redeem(kind, new ConditionId(claim.market().code())));
    if (isAllowed(shares, payer)) {
      return sender.batches() || redeem.size() == 1
          ? new Plan(redeem, claim.worth())
          : new Plan(redeem.subList(0, 1), worthOfFirst(claim));
    }
    var allow = new ChainCall.ApproveAll(shares, payer, true);
    if (!sender.batches()) {
      return new Plan(List.of(allow), Usd.ZERO);
    }
    var both = new ArrayList<ChainCall>(List.of(allow));
    both.addAll(redeem);
    return new Plan(both, claim.worth());
  }

  /** Whether nothing need be allowed, as far as the chain can be asked. */
  private boolean isAllowed(Contract shares, Contract payer) {
    return chain.reader().map(reader -> reader.isApprovedForAll(shares, payer)).orElse(false);
  }

  /** Each outcome apart; the worthless one is left where it is. */
  private static List<ChainCall> ofPositionLedger(Claim claim) {
    var condition = new RouterConditionId(claim.market().code().substring(0, 64));
    var calls = new ArrayList<ChainCall>();
    if (claim.yesValueE4() > 0 && !claim.yes().isZero()) {
      calls.add(new ChainCall.RouterRedeem(condition, 0, claim.yes()));
    }
    if (claim.yesValueE4() < Price.ONE.e4() && !claim.no().isZero()) {
      calls.add(new ChainCall.RouterRedeem(condition, 1, claim.no()));
    }
    return calls;
  }

  private static Usd worthOfFirst(Claim claim) {
    Quantity yes = claim.yes();
    return Usd.of(Price.ofE4(claim.yesValueE4()), yes, Rounding.DOWN);
  }

  @Override
  public RedeemOutcome send(PreparedRedeem call) {
    return outcome(call, sender.send(ofChain(call)));
  }

  @Override
  public RedeemOutcome resolve(PreparedRedeem call) {
    try {
      return outcome(call, sender.resolve(ofChain(call)));
    } catch (VenueException e) {
      return new RedeemOutcome.Open("it could not be asked about: " + e.getMessage());
    }
  }

  private static PreparedCall ofChain(PreparedRedeem call) {
    return new PreparedCall(call.id(), call.nonce(), call.payload());
  }

  private RedeemOutcome outcome(PreparedRedeem call, ChainOutcome outcome) {
    return switch (outcome) {
      case ChainOutcome.Confirmed(var transaction) -> confirmed(call, transaction);
      case ChainOutcome.Pending(var reason) -> new RedeemOutcome.Open(reason);
      case ChainOutcome.Missing(var reason) -> new RedeemOutcome.Missing(reason);
      case ChainOutcome.Failed(var transaction, var reason) ->
          new RedeemOutcome.Failed(reason + " in transaction " + transaction);
      case ChainOutcome.NotSent(var reason) -> new RedeemOutcome.Failed("not sent: " + reason);
      case ChainOutcome.Refused(var reason) -> new RedeemOutcome.Failed("refused: " + reason);
      case ChainOutcome.Replaced(var reason) -> new RedeemOutcome.Failed(reason);
    };
  }

  /** The venue's own figure of our cash may be an old one: it is asked to look again. */
  private RedeemOutcome confirmed(PreparedRedeem call, String transaction) {
    if (call.pays().isZero()) {
      return new RedeemOutcome.Allowed(transaction);
    }
    try {
      venue.readCashAgain();
    } catch (VenueException e) {
      LOG.atDebug().addKeyValue("cause", e.getMessage()).log("cash not read again");
    }
    return new RedeemOutcome.Paid(call.pays(), transaction);
  }
}
