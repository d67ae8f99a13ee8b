package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.VenueException;

/** One transaction's fate: refused before, carried out, lost, replaced, or in vain. */
@ExtendWith(SharedChain.class)
class EoaSenderTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final ChainCall APPROVE =
      new ChainCall.Approve(Contract.PUSD, Contract.COLLATERAL_ADAPTER, Allowance.UNLIMITED);
  private static final ChainCall OTHER =
      new ChainCall.Approve(Contract.USDC_E, Contract.COLLATERAL_ADAPTER, Allowance.UNLIMITED);
  private static ChainLab lab;

  @BeforeAll
  static void start(ChainLab shared) {
    lab = shared;
  }

  @BeforeEach
  void startPoor() {
    lab.takeAllMoney();
  }

  private static EoaSender impatient(URI node) {
    return lab.sender(node, ChainLab.limits(SHORT), LocalChain.CHAIN_ID);
  }

  private static BigInteger nonce() {
    return new Node(lab.chain.rpc(), LocalChain.CHAIN_ID).nonce(lab.key.address());
  }

  @Test
  void knowsTheHashBeforeItIsSent() {
    EoaSender sender = lab.sender();
    PreparedCall call = ChainLab.ready(sender, APPROVE);
    assertInstanceOf(ChainOutcome.Missing.class, sender.resolve(call));
    assertEquals(new ChainOutcome.Confirmed(call.id()), sender.send(call));
    assertEquals(new ChainOutcome.Confirmed(call.id()), sender.resolve(call));
  }

  @Test
  void refusesWhatWouldFail() {
    var split =
        new ChainCall.Split(
            MarketKind.STANDARD, lab.condition(lab.question()), Quantity.ofShares(1));
    String reason = ChainLab.refused(lab.sender(), split);
    assertTrue(reason.contains("balance too small") || reason.contains("allowance"), reason);
  }

  @Test
  void refusesANodeOnAnotherChain() {
    EoaSender sender = lab.sender(lab.chain.node(), ChainLab.limits(SHORT), 80_002);
    var failure = assertThrows(VenueException.class, () -> sender.prepare(APPROVE));
    assertEquals("the node is on chain 137, want 80002", failure.getMessage());
  }

  @Test
  void refusesGasBeyondTheLimits() {
    GasLimits usual = ChainLab.limits(SHORT);
    var cheap = new GasLimits(usual.gas(), 25, BigInteger.ONE, BigInteger.ONE, 1, usual.patience());
    EoaSender sender = lab.sender(lab.chain.node(), cheap, LocalChain.CHAIN_ID);
    assertTrue(ChainLab.refused(sender, APPROVE).startsWith("dearer than the limits allow"));
  }

  @Test
  void refusesAnAddressWithoutAContract() {
    var sender =
        new EoaSender(
            new Node(lab.chain.rpc(), LocalChain.CHAIN_ID),
            new CallEncoder(ContractTable.POLYGON),
            lab.key,
            ChainLab.limits(SHORT),
            new Waiting(LocalChain.CHANCE.clock(), SHORT));
    assertTrue(ChainLab.refused(sender, APPROVE).startsWith("no contract at 0xC011"));
  }

  @Test
  void waitsForItsBlockAndSendsNothingMeanwhile() {
    lab.chain.rpc().ask("miner_stop");
    EoaSender sender = impatient(lab.chain.node());
    PreparedCall call = ChainLab.ready(sender, APPROVE);
    try {
      assertInstanceOf(ChainOutcome.Pending.class, sender.send(call));
      assertTrue(ChainLab.refused(sender, APPROVE).startsWith("unresolved"));
      assertInstanceOf(ChainOutcome.NotSent.class, sender.send(call));
    } finally {
      lab.chain.rpc().ask("miner_start");
      lab.chain.rpc().ask("evm_mine");
    }
    assertEquals(new ChainOutcome.Confirmed(call.id()), sender.resolve(call));
    ChainLab.ready(sender, APPROVE);
  }

  @Test
  void waitsForConfirmations() {
    GasLimits usual = ChainLab.limits(SHORT);
    var careful =
        new GasLimits(usual.gas(), 25, usual.feePerGas(), usual.leastTip(), 3, usual.patience());
    EoaSender sender = lab.sender(lab.chain.node(), careful, LocalChain.CHAIN_ID);
    PreparedCall call = ChainLab.ready(sender, APPROVE);
    assertEquals(new ChainOutcome.Pending("1 of 3 confirmations"), sender.send(call));
    lab.chain.rpc().ask("evm_mine");
    assertEquals(new ChainOutcome.Pending("2 of 3 confirmations"), sender.resolve(call));
    lab.chain.rpc().ask("evm_mine");
    assertEquals(new ChainOutcome.Confirmed(call.id()), sender.resolve(call));
  }

  @Test
  void findsATransactionWhoseAnswerWasLost() throws IOException {
    try (LossyNode lossy = new LossyNode(lab.chain.node(), LossyNode.Loss.ANSWER)) {
      EoaSender sender =
          lab.sender(lossy.address(), ChainLab.limits(ChainLab.PATIENCE), LocalChain.CHAIN_ID);
      BigInteger before = nonce();
      PreparedCall call = ChainLab.ready(sender, APPROVE);
      assertEquals(new ChainOutcome.Confirmed(call.id()), sender.send(call));
      assertEquals(1, lossy.sent());
      assertEquals(before.add(BigInteger.ONE), nonce());
    }
  }

  @Test
  void neverRepeatsATransactionThatWasLost() throws IOException {
    try (LossyNode lossy = new LossyNode(lab.chain.node(), LossyNode.Loss.REQUEST)) {
      EoaSender sender = impatient(lossy.address());
      BigInteger before = nonce();
      PreparedCall call = ChainLab.ready(sender, APPROVE);
      assertInstanceOf(ChainOutcome.Missing.class, sender.send(call));
      assertEquals(1, lossy.sent());
      assertEquals(before, nonce());
      assertTrue(ChainLab.refused(sender, APPROVE).startsWith("unresolved"));

      lab.does(OTHER);
      var replaced = new ChainOutcome.Replaced("nonce " + before + " is used");
      assertEquals(replaced, sender.resolve(call));
      ChainLab.ready(sender, APPROVE);
    }
  }

  @Test
  void showsThatAnotherTransactionTookTheNonce() {
    EoaSender late = lab.sender();
    PreparedCall call = ChainLab.ready(late, APPROVE);
    lab.does(OTHER);
    assertInstanceOf(ChainOutcome.Replaced.class, late.send(call));
  }

  @Test
  void showsThatItWasCarriedOutInVain() {
    ConditionId condition = lab.condition(lab.question());
    lab.give(Usd.ofDollars(1));
    lab.does(APPROVE);
    EoaSender sender = lab.sender();
    PreparedCall call =
        ChainLab.ready(
            sender, new ChainCall.Split(MarketKind.STANDARD, condition, Quantity.ofShares(1)));
    lab.takeAllMoney();
    assertEquals(new ChainOutcome.Failed(call.id(), "reverted"), sender.send(call));
    ChainLab.ready(sender, APPROVE);
  }

  @Test
  void refusesWhileTheKeyHasATransactionFromElsewhere() throws IOException {
    try (MockWebServer node = new MockWebServer()) {
      node.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              String body = FakeRelayer.body(request);
              String result =
                  body.contains("eth_chainId") ? "0x89" : body.contains("pending") ? "0x5" : "0x4";
              return new MockResponse.Builder()
                  .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"" + result + "\"}")
                  .build();
            }
          });
      node.start();
      EoaSender sender = impatient(node.url("/").uri());
      assertTrue(ChainLab.refused(sender, APPROVE).endsWith("is pending"));
    }
  }
}
