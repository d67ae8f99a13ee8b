package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.StaticArray2;
import org.web3j.abi.datatypes.generated.Uint256;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.polymarket.chain.ChainSender.Preparation;

/** An account on the local chain, and what the others there do. */
final class ChainLab implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String KEY = "0x" + "0b".repeat(32);
  private static final Duration PAUSE = Duration.ofMillis(20);

  final TestKey key = TestKey.of(KEY);
  final LocalChain chain = LocalChain.start(KEY);
  final ContractTable contracts = chain.contracts();
  final ChainReader reader =
      new ChainReader(new Node(chain.rpc(), LocalChain.CHAIN_ID), contracts, key.address());
  private int questions;

  EoaSender sender() {
    return sender(chain.node(), limits(PATIENCE), LocalChain.CHAIN_ID);
  }

  EoaSender sender(URI node, GasLimits limits, long chainId) {
    return new EoaSender(
        new Node(chain.rpc(node), chainId),
        new CallEncoder(contracts),
        key,
        limits,
        new Waiting(LocalChain.CHANCE.clock(), PAUSE));
  }

  static GasLimits limits(Duration patience) {
    GasLimits usual = GasLimits.POLYGON;
    return new GasLimits(usual.gas(), 25, usual.feePerGas(), usual.leastTip(), 1, patience);
  }

  /** Prepares and sends; both must go well. */
  void does(ChainCall call) {
    EoaSender sender = sender();
    assertInstanceOf(
        ChainOutcome.Confirmed.class, sender.send(ready(sender, call)), call::toString);
  }

  static PreparedCall ready(ChainSender sender, ChainCall call) {
    return assertInstanceOf(Preparation.Ready.class, sender.prepare(call), call::toString).call();
  }

  static String refused(ChainSender sender, ChainCall call) {
    return assertInstanceOf(Preparation.Refused.class, sender.prepare(call)).reason();
  }

  /** A question that the admin will answer. */
  String question() {
    byte[] id = new byte[Bytes.WORD];
    id[0] = (byte) ++questions;
    chain.admin(
        Contract.CONDITIONAL_TOKENS,
        "prepareCondition",
        new Address(chain.admin()),
        new Bytes32(id),
        new Uint256(2));
    return "0x" + HexFormat.of().formatHex(id);
  }

  ConditionId condition(String question) {
    return TokenIds.condition(chain.admin(), question);
  }

  void answer(String question, long first, long second) {
    chain.admin(
        Contract.CONDITIONAL_TOKENS,
        "reportPayouts",
        new Bytes32(Bytes.parse(question, Bytes.WORD)),
        new StaticArray2<>(Uint256.class, new Uint256(first), new Uint256(second)));
  }

  void mint(Contract money, String to, Usd amount) {
    chain.admin(money, "mint", new Address(to), new Uint256(BigInteger.valueOf(amount.e6())));
  }

  void give(Usd amount) {
    mint(Contract.PUSD, key.address(), amount);
  }

  void takeAllMoney() {
    chain.admin(
        Contract.PUSD,
        "burn",
        new Address(key.address()),
        new Uint256(BigInteger.valueOf(reader.money(Contract.PUSD).e6())));
  }

  Quantity yes(ConditionId condition) {
    return reader.shares(MarketKind.STANDARD, condition, true);
  }

  Quantity no(ConditionId condition) {
    return reader.shares(MarketKind.STANDARD, condition, false);
  }

  @Override
  public void close() {
    chain.close();
  }
}
