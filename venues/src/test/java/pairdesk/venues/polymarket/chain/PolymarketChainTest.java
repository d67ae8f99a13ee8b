package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;

class PolymarketChainTest {
  private static final URI NODE = URI.create("https://node.example/v2/key");
  private static final PolymarketChain.Relayer RELAYER =
      new PolymarketChain.Relayer(
          PolymarketChain.Relayer.PRODUCTION,
          new RelayerAccess.RelayerKey(Secret.of("key"), TestKey.of(7).address()));
  private static final RelayerWallet SAFE =
      new RelayerWallet(RelayerWallet.Kind.SAFE, "0x8ac5D4Bd2752AFc9F5CA531f19D617647216B893");

  private final Transport transport = new Transport();

  @AfterEach
  void stop() {
    transport.close();
  }

  private PolymarketChain chain(
      long chainId,
      @Nullable RelayerWallet wallet,
      @Nullable URI node,
      PolymarketChain.@Nullable Relayer relayer) {
    return PolymarketChain.of(
        new PolymarketChain.Owner(chainId, TestKey.of(7), wallet),
        new PolymarketChain.Settings(node, relayer, GasLimits.POLYGON, Duration.ofSeconds(1)),
        transport,
        LocalChain.CHANCE);
  }

  @Test
  void isOffWhereNothingIsSet() {
    PolymarketChain off = chain(137, null, null, null);
    assertTrue(off.reader().isEmpty());
    assertTrue(off.sender().isEmpty());
  }

  @Test
  void sendsByTheKeyOrByTheRelayerAsTheMoneyIsHeld() {
    assertInstanceOf(EoaSender.class, chain(137, null, NODE, RELAYER).sender().orElseThrow());
    assertInstanceOf(RelayerSender.class, chain(137, SAFE, NODE, RELAYER).sender().orElseThrow());
    assertTrue(chain(137, SAFE, NODE, null).sender().isEmpty());
  }

  @Test
  void refusesAChainWithoutKnownContracts() {
    var failure = assertThrows(IllegalArgumentException.class, () -> chain(1, null, NODE, RELAYER));
    assertEquals("no contracts are known on chain 1", failure.getMessage());
  }

  @Test
  void refusesPlainTextToAnotherMachine() {
    URI plain = URI.create("http://node.example");
    assertThrows(IllegalArgumentException.class, () -> chain(137, null, plain, null));
  }

  @Test
  void refusesContractsThatTheTestChainLacks() {
    var encoder = new CallEncoder(ContractTable.of(80_002));
    var call = new ChainCall.Redeem(MarketKind.STANDARD, new ConditionId("0x" + "cd".repeat(32)));
    var failure = assertThrows(IllegalArgumentException.class, () -> encoder.encode(call));
    assertEquals("no address of PUSD on chain 80002", failure.getMessage());
  }

  @Test
  void refusesApprovalsOfTheWrongKind() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChainCall.Approve(Contract.ROUTER, Contract.PUSD, Allowance.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChainCall.ApproveAll(Contract.PUSD, Contract.CTF_EXCHANGE, true));
  }
}
