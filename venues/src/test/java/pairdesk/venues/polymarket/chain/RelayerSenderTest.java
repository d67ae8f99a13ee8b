package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.chain.FakeRelayer.Submission;

class RelayerSenderTest {
  private static final String WALLET = "0x8ac5D4Bd2752AFc9F5CA531f19D617647216B893";
  private static final String HASH = "0x" + "ab".repeat(32);
  private static final ChainCall REDEEM =
      new ChainCall.Redeem(MarketKind.STANDARD, new ConditionId("0x" + "cd".repeat(32)));

  private final FakeRelayer relayer = new FakeRelayer();
  private final Transport transport = new Transport();
  private final TestKey key = TestKey.of(7);

  @BeforeEach
  void start() throws IOException {
    relayer.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    relayer.close();
  }

  private RelayerSender sender(RelayerWallet.Kind kind) {
    var access = new RelayerAccess.Builder("id", Secret.of("AAEC"), Secret.of("pass"));
    var api =
        new RelayerApi(
            transport, relayer.address(), access, Duration.ofSeconds(5), LocalChain.CHANCE);
    var waiting = new Waiting(LocalChain.CHANCE.clock(), Duration.ofMillis(5));
    var timing =
        new RelayerSender.Timing(LocalChain.CHANCE.clock(), waiting, Duration.ofMillis(400));
    return new RelayerSender(
        api, new CallEncoder(ContractTable.POLYGON), key, new RelayerWallet(kind, WALLET), timing);
  }

  @ParameterizedTest
  @EnumSource
  void submitsASignedRequestOfEveryKind(RelayerWallet.Kind kind) throws IOException {
    relayer.states("STATE_NEW", "STATE_EXECUTED", "STATE_MINED", "STATE_CONFIRMED");
    RelayerSender sender = sender(kind);
    PreparedCall call = ChainLab.ready(sender, REDEEM);
    assertEquals(new ChainOutcome.Confirmed(HASH), sender.send(call));

    Submission submitted = relayer.submissions().getFirst();
    JsonNode body = new JsonMapper().readTree(submitted.body());
    assertEquals(call.payload(), submitted.body());
    assertEquals(kind.code(), body.get("type").asText());
    assertEquals(key.address(), body.get("from").asText());
    assertEquals("31", body.get("nonce").asText());
    assertTrue(submitted.builderSignature().endsWith("="), submitted.builderSignature());
  }

  @Test
  void refusesAWalletThatIsNotOnTheChain() {
    relayer.undeployed();
    String reason = ChainLab.refused(sender(RelayerWallet.Kind.SAFE), REDEEM);
    assertEquals("the wallet is not on the chain yet: " + WALLET, reason);
  }

  @Test
  void showsAFailureOnTheChain() {
    relayer.states("STATE_NEW", "STATE_FAILED");
    RelayerSender sender = sender(RelayerWallet.Kind.SAFE);
    ChainOutcome outcome = sender.send(ChainLab.ready(sender, REDEEM));
    assertEquals(new ChainOutcome.Failed(HASH, "STATE_FAILED"), outcome);
  }

  @Test
  void showsThatTheRelayerThrewItAway() {
    relayer.states("STATE_INVALID");
    RelayerSender sender = sender(RelayerWallet.Kind.SAFE);
    ChainOutcome outcome = sender.send(ChainLab.ready(sender, REDEEM));
    assertEquals(new ChainOutcome.Refused("STATE_INVALID"), outcome);
  }

  @Test
  void leavesAStateThatItDoesNotKnowOpen() {
    relayer.states("STATE_SLEEPING");
    RelayerSender sender = sender(RelayerWallet.Kind.SAFE);
    ChainOutcome outcome = sender.send(ChainLab.ready(sender, REDEEM));
    assertEquals(new ChainOutcome.Pending("STATE_SLEEPING"), outcome);
  }

  @Test
  void doesNotRepeatWhatIsRefused() {
    for (int status : List.of(400, 401, 429)) {
      relayer.refuse(status);
      RelayerSender sender = sender(RelayerWallet.Kind.SAFE);
      ChainOutcome outcome = sender.send(ChainLab.ready(sender, REDEEM));
      assertInstanceOf(ChainOutcome.Refused.class, outcome, "HTTP " + status);
    }
    assertEquals(3, relayer.submissions().size());
  }

  @Test
  void findsASubmissionWhoseAnswerWasLost() {
    relayer.loseAnswer(true);
    relayer.states("STATE_CONFIRMED");
    RelayerSender sender = sender(RelayerWallet.Kind.DEPOSIT_WALLET);
    assertEquals(new ChainOutcome.Confirmed(HASH), sender.send(ChainLab.ready(sender, REDEEM)));
    assertEquals(1, relayer.submissions().size());
  }

  @Test
  void doesNotRepeatASubmissionThatWasLost() {
    relayer.loseAnswer(false);
    RelayerSender sender = sender(RelayerWallet.Kind.SAFE);
    PreparedCall call = ChainLab.ready(sender, REDEEM);
    assertInstanceOf(ChainOutcome.Missing.class, sender.send(call));
    assertEquals(1, relayer.submissions().size());
    assertInstanceOf(ChainOutcome.Missing.class, sender.resolve(call));
  }
}
