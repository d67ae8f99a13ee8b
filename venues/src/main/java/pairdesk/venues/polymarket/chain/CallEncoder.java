package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes31;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Turns calls into the bytes of the contracts' functions. */
final class CallEncoder {
  private static final Bytes32 NO_PARENT = new Bytes32(new byte[Bytes.WORD]);

  /** Index sets of the first and of the second outcome. */
  private static final DynamicArray<Uint256> BOTH_OUTCOMES =
      new DynamicArray<>(Uint256.class, new Uint256(1), new Uint256(2));

  private final ContractTable contracts;

  CallEncoder(ContractTable contracts) {
    this.contracts = contracts;
  }

  ContractTable contracts() {
    return contracts;
  }

  /**
   * @throws IllegalArgumentException when the chain has no such contract
   */
  EncodedCall encode(ChainCall call) {
    return switch (call) {
      case ChainCall.Approve c ->
          call(c.token(), "approve", address(c.spender()), new Uint256(c.allowance().units()));
      case ChainCall.ApproveAll c ->
          call(c.shares(), "setApprovalForAll", address(c.operator()), new Bool(c.approved()));
      case ChainCall.Split c -> sets("splitPosition", c.kind(), c.condition(), c.sets());
      case ChainCall.Merge c -> sets("mergePositions", c.kind(), c.condition(), c.sets());
      case ChainCall.Redeem c ->
          call(
              c.kind().adapter(),
              "redeemPositions",
              address(Contract.PUSD),
              NO_PARENT,
              id(c.condition()),
              BOTH_OUTCOMES);
      case ChainCall.Convert c ->
          call(
              Contract.NEG_RISK_COLLATERAL_ADAPTER,
              "convertPositions",
              new Bytes32(c.group().bytes()),
              new Uint256(c.questions()),
              amount(c.each()));
      case ChainCall.Wrap c -> ramp(Contract.ONRAMP, "wrap", c.to(), c.amount());
      case ChainCall.Unwrap c -> ramp(Contract.OFFRAMP, "unwrap", c.to(), c.amount());
      case ChainCall.RouterSplit c ->
          call(Contract.ROUTER, "split", id(c.condition()), amount(c.sets()));
      case ChainCall.RouterMerge c ->
          call(Contract.ROUTER, "merge", id(c.condition()), amount(c.sets()));
      case ChainCall.RouterRedeem c ->
          call(
              Contract.ROUTER,
              "redeem",
              id(c.condition()),
              new Uint256(c.outcome()),
              amount(c.shares()));
      case ChainCall.LegacySplit c ->
          call(Contract.NEG_RISK_ADAPTER, "splitPosition", id(c.condition()), amount(c.sets()));
      case ChainCall.LegacyMerge c ->
          call(Contract.NEG_RISK_ADAPTER, "mergePositions", id(c.condition()), amount(c.sets()));
      case ChainCall.LegacyRedeem c ->
          call(
              Contract.NEG_RISK_ADAPTER,
              "redeemPositions",
              id(c.condition()),
              new DynamicArray<>(
                  Uint256.class, c.amounts().stream().map(CallEncoder::amount).toList()));
    };
  }

  private EncodedCall sets(String name, MarketKind kind, ConditionId condition, Quantity sets) {
    return call(
        kind.adapter(),
        name,
        address(Contract.PUSD),
        NO_PARENT,
        id(condition),
        BOTH_OUTCOMES,
        amount(sets));
  }

  private EncodedCall ramp(Contract ramp, String name, String to, Usd amount) {
    return call(
        ramp,
        name,
        address(Contract.USDC_E),
        new Address(to),
        new Uint256(BigInteger.valueOf(amount.e6())));
  }

  private EncodedCall call(Contract to, String name, Type<?>... arguments) {
    return new EncodedCall(contracts.address(to), data(name, arguments));
  }

  /** Selector and arguments of a function. */
  static String data(String name, Type<?>... arguments) {
    return FunctionEncoder.encode(new Function(name, List.of(arguments), List.of()));
  }

  private Address address(Contract contract) {
    return new Address(contracts.address(contract));
  }

  private static Uint256 amount(Quantity shares) {
    return new Uint256(BigInteger.valueOf(shares.e6()));
  }

  private static Bytes32 id(ConditionId condition) {
    return new Bytes32(condition.bytes());
  }

  private static Bytes31 id(RouterConditionId condition) {
    return new Bytes31(condition.bytes());
  }
}
