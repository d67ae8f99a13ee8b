package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** What calls do to balances, on contracts that compute as the venue's do. */
@ExtendWith(SharedChain.class)
class LocalChainTest {
  private static final Quantity TEN = Quantity.ofShares(10);
  private static ChainLab lab;

  @BeforeAll
  static void start(ChainLab shared) {
    lab = shared;
  }

  @BeforeEach
  void startPoor() {
    lab.takeAllMoney();
  }

  private static void approve(MarketKind kind) {
    lab.does(new ChainCall.Approve(Contract.PUSD, kind.adapter(), Allowance.UNLIMITED));
    lab.does(new ChainCall.ApproveAll(Contract.CONDITIONAL_TOKENS, kind.adapter(), true));
  }

  private static void assertHas(ConditionId condition, String dollars, String yes, String no) {
    assertEquals(Usd.parse(dollars), lab.reader.money(Contract.PUSD), "money");
    assertEquals(Quantity.parse(yes), lab.yes(condition), "YES");
    assertEquals(Quantity.parse(no), lab.no(condition), "NO");
  }

  @Test
  void splitsMergesAndRedeemsToTheMicroDollar() {
    String question = lab.question();
    ConditionId condition = lab.condition(question);
    lab.give(Usd.parse("25.000001"));
    approve(MarketKind.STANDARD);
    assertHas(condition, "25.000001", "0", "0");

    lab.does(new ChainCall.Split(MarketKind.STANDARD, condition, Quantity.parse("10.000001")));
    assertHas(condition, "15", "10.000001", "10.000001");

    lab.does(new ChainCall.Merge(MarketKind.STANDARD, condition, Quantity.parse("4.000001")));
    assertHas(condition, "19.000001", "6", "6");

    lab.answer(question, 0, 1);
    lab.does(new ChainCall.Redeem(MarketKind.STANDARD, condition));
    assertHas(condition, "25.000001", "0", "0");
  }

  @Test
  void redeemsHalfOfEachWhenTheAnswerIsHalf() {
    String question = lab.question();
    ConditionId condition = lab.condition(question);
    lab.give(Usd.ofDollars(10));
    approve(MarketKind.STANDARD);
    lab.does(new ChainCall.Split(MarketKind.STANDARD, condition, TEN));
    lab.answer(question, 1, 1);
    lab.does(new ChainCall.Redeem(MarketKind.STANDARD, condition));
    assertHas(condition, "10", "0", "0");
  }

  @Test
  void convertsNoOfTwoIntoADollarAndYesOfTheThird() {
    var group = new GroupId("0xe3b1bc389210504ebcb9cffe4b0ed06ccac50561e0f24abb6379984cec030f00");
    lab.chain.admin(
        Contract.NEG_RISK_COLLATERAL_ADAPTER,
        "prepareGroup",
        new Bytes32(group.bytes()),
        new Uint256(3));
    List<ConditionId> conditions =
        List.of(condition(group, 0), condition(group, 1), condition(group, 2));
    lab.give(Usd.ofDollars(20));
    approve(MarketKind.NEG_RISK);
    lab.does(new ChainCall.Split(MarketKind.NEG_RISK, conditions.get(0), TEN));
    lab.does(new ChainCall.Split(MarketKind.NEG_RISK, conditions.get(2), TEN));
    assertEquals(Usd.ZERO, lab.reader.money(Contract.PUSD));

    lab.does(new ChainCall.Convert(group, BigInteger.valueOf(0b101), Quantity.ofShares(3)));

    assertEquals(Usd.ofDollars(3), lab.reader.money(Contract.PUSD));
    assertEquals(Quantity.ofShares(7), negRisk(conditions.get(0), false));
    assertEquals(Quantity.ofShares(7), negRisk(conditions.get(2), false));
    assertEquals(TEN, negRisk(conditions.get(0), true));
    assertEquals(Quantity.ofShares(3), negRisk(conditions.get(1), true));
    assertEquals(Quantity.ZERO, negRisk(conditions.get(1), false));
  }

  private static ConditionId condition(GroupId group, int index) {
    String question = group.hex().substring(0, 64) + String.format("%02x", index);
    return TokenIds.condition(
        lab.contracts.address(Contract.NEG_RISK_COLLATERAL_ADAPTER), question);
  }

  private static Quantity negRisk(ConditionId condition, boolean yes) {
    return lab.reader.shares(MarketKind.NEG_RISK, condition, yes);
  }

  @Test
  void readsWhatIsAllowedAndTakesItBack() {
    Contract adapter = Contract.COLLATERAL_ADAPTER;
    lab.does(new ChainCall.Approve(Contract.USDC_E, adapter, Allowance.of(Usd.parse("1.5"))));
    assertEquals(
        BigInteger.valueOf(1_500_000), lab.reader.allowance(Contract.USDC_E, adapter).units());
    lab.does(new ChainCall.Approve(Contract.USDC_E, adapter, Allowance.NONE));
    assertEquals(Allowance.NONE, lab.reader.allowance(Contract.USDC_E, adapter));

    lab.does(new ChainCall.ApproveAll(Contract.CONDITIONAL_TOKENS, adapter, true));
    assertTrue(lab.reader.isApprovedForAll(Contract.CONDITIONAL_TOKENS, adapter));
    lab.does(new ChainCall.ApproveAll(Contract.CONDITIONAL_TOKENS, adapter, false));
    assertFalse(lab.reader.isApprovedForAll(Contract.CONDITIONAL_TOKENS, adapter));
  }
}
