package pairdesk.sandbox.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** A wallet with a hundred dollars and a group of three questions. */
class OnChainTest {
  private static final AccountId OWNER = new AccountId(VenueId.POLYMARKET, "owner");
  private static final List<MarketId> GROUP =
      List.of(MarketId.polymarket("0xa"), MarketId.polymarket("0xb"), MarketId.polymarket("0xc"));
  private static final MarketId RAIN = GROUP.getFirst();
  private static final Quantity TEN = Quantity.ofShares(10);
  private static final Optional<String> WELL = Optional.empty();

  private final Exchange exchange =
      new Exchange(ExchangeSettings.seeded(3), new SandboxClock(InstantSource.system(), 100));

  @BeforeEach
  void open() {
    exchange.openAccount(OWNER, Map.of(0, Usd.ofDollars(100)));
    var life = new MarketSpec.Life(Instant.EPOCH, Instant.MAX, Duration.ZERO);
    for (MarketId market : GROUP) {
      exchange.list(
          new MarketSpec(
              market,
              PriceGrid.uniform(100),
              Quantity.ofE6(10_000),
              new FeeTerms.Polymarket(0),
              0,
              life));
    }
  }

  private Optional<String> does(ChainAction... actions) {
    return exchange.onChain(OWNER, List.of(actions));
  }

  private Optional<String> split(MarketId market) {
    return does(
        new ChainAction.ApproveMoney(Adapter.NEG_RISK, true),
        new ChainAction.Split(Adapter.NEG_RISK, market, TEN));
  }

  private Usd cash() {
    return exchange.account(OWNER).free(0);
  }

  private List<Quantity> held(MarketId market) {
    Position position = exchange.position(OWNER, market);
    return List.of(position.yes(), position.no());
  }

  @Test
  void splitsAndMergesAtADollarASet() {
    assertEquals(WELL, split(RAIN));
    assertEquals(Usd.ofDollars(90), cash());
    assertEquals(List.of(TEN, TEN), held(RAIN));
    assertEquals(
        WELL,
        does(
            new ChainAction.ApproveShares(Adapter.NEG_RISK, true),
            new ChainAction.Merge(Adapter.NEG_RISK, RAIN, TEN)));
    assertEquals(Usd.ofDollars(100), cash());
    assertEquals(List.of(Quantity.ZERO, Quantity.ZERO), held(RAIN));
  }

  @Test
  void needsApprovalsAndEnough() {
    assertEquals(
        Optional.of("ERC20: insufficient allowance"),
        does(new ChainAction.Split(Adapter.STANDARD, RAIN, TEN)));
    assertEquals(
        Optional.of("ERC20: transfer amount exceeds balance"),
        does(
            new ChainAction.ApproveMoney(Adapter.STANDARD, true),
            new ChainAction.Split(Adapter.STANDARD, RAIN, Quantity.ofShares(101))));
    split(RAIN);
    assertEquals(
        Optional.of("ERC1155: need operator approval for 3rd party transfers."),
        does(new ChainAction.Merge(Adapter.NEG_RISK, RAIN, TEN)));
  }

  @Test
  void aBatchThatFailsLeavesNothingBehind() {
    assertEquals(
        Optional.of("ERC1155: need operator approval for 3rd party transfers."),
        does(
            new ChainAction.ApproveMoney(Adapter.NEG_RISK, true),
            new ChainAction.Split(Adapter.NEG_RISK, RAIN, TEN),
            new ChainAction.Merge(Adapter.NEG_RISK, RAIN, TEN)));
    assertEquals(Usd.ofDollars(100), cash());
    assertEquals(List.of(Quantity.ZERO, Quantity.ZERO), held(RAIN));
    assertEquals(
        Optional.of("ERC20: insufficient allowance"),
        exchange.wouldFail(OWNER, List.of(new ChainAction.Split(Adapter.NEG_RISK, RAIN, TEN))));
  }

  /** NO of two questions of three: a dollar for each, and YES of the third. */
  @Test
  void convertsNoOfSomeIntoDollarsAndYesOfTheRest() {
    split(GROUP.get(0));
    split(GROUP.get(2));
    assertEquals(
        WELL,
        does(
            new ChainAction.ApproveShares(Adapter.NEG_RISK, true),
            new ChainAction.Convert(
                List.of(GROUP.get(0), GROUP.get(2)), List.of(GROUP.get(1)), TEN)));
    assertEquals(Usd.ofDollars(90), cash());
    assertEquals(List.of(TEN, Quantity.ZERO), held(GROUP.get(0)));
    assertEquals(List.of(TEN, Quantity.ZERO), held(GROUP.get(1)));
    assertEquals(List.of(TEN, Quantity.ZERO), held(GROUP.get(2)));
  }

  @Test
  void redeemsBothOutcomesOnceAndOnlyAfterTheAnswer() {
    split(RAIN);
    var redeem = new ChainAction.Redeem(Adapter.NEG_RISK, RAIN);
    assertEquals(Optional.of("result for condition not received yet"), does(redeem));
    exchange.resolve(RAIN, Price.ofCents(30));
    exchange.advance();
    assertEquals(List.of(TEN, TEN), held(RAIN), "nothing is paid by itself");
    assertEquals(WELL, does(new ChainAction.ApproveShares(Adapter.NEG_RISK, true), redeem));
    assertEquals(Usd.ofDollars(100), cash());
    assertEquals(WELL, does(redeem));
    assertEquals(Usd.ofDollars(100), cash());
    assertEquals(1, exchange.settlements(OWNER).size());
  }

  @Test
  void paysByItselfWhereTheAccountLetsIt() {
    exchange.modes().chain().setAutoRedeem(true);
    split(RAIN);
    exchange.resolve(RAIN, Price.ONE);
    exchange.advance();
    assertEquals(Usd.ofDollars(100), cash());
  }
}
