package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.chain.ChainCall;
import pairdesk.venues.polymarket.chain.ChainOutcome;
import pairdesk.venues.polymarket.chain.ChainSender;
import pairdesk.venues.polymarket.chain.ConditionId;
import pairdesk.venues.polymarket.chain.FakeRelayer;
import pairdesk.venues.polymarket.chain.GasLimits;
import pairdesk.venues.polymarket.chain.MarketKind;
import pairdesk.venues.polymarket.chain.PolymarketChain;
import pairdesk.venues.polymarket.chain.RelayerAccess;
import pairdesk.venues.polymarket.chain.RelayerWallet;
import pairdesk.venues.polymarket.chain.TestKey;

/** What wallets of every kind send to the relayer, against what it has published. */
class RelayerContractTest {
  private static final Chance CHANCE = new Chance(InstantSource.system(), new Random(5));
  private static final String WALLET = "0x8ac5D4Bd2752AFc9F5CA531f19D617647216B893";
  private static final ChainCall REDEEM =
      new ChainCall.Redeem(MarketKind.STANDARD, new ConditionId("0x" + "cd".repeat(32)));

  @Test
  void relayer() throws IOException {
    var contract = new ApiCheck("relayer", Contract.of("polymarket-relayer-openapi.yaml"), "");
    try (var relayer = new FakeRelayer();
        var transport = new Transport()) {
      relayer.start();
      try (WireTap tap = WireTap.before(relayer.address().toString())) {
        for (RelayerWallet.Kind kind : RelayerWallet.Kind.values()) {
          relayer.states("STATE_NEW", "STATE_CONFIRMED");
          redeem(
              sender(
                  tap.by(relayer.address().toString()),
                  new RelayerWallet(kind, WALLET),
                  transport));
        }
        var findings = new TreeSet<Finding>();
        tap.exchanges().stream().flatMap(contract::check).forEach(findings::add);
        assertEquals(List.of(), Exceptions.shipped().judge(List.of("relayer"), findings));
      }
    }
  }

  private static void redeem(ChainSender sender) {
    var ready = assertInstanceOf(ChainSender.Preparation.Ready.class, sender.prepare(REDEEM));
    assertInstanceOf(ChainOutcome.Confirmed.class, sender.send(ready.call()));
    sender.resolve(ready.call());
  }

  private static ChainSender sender(URI address, RelayerWallet wallet, Transport transport) {
    var access = new RelayerAccess.Builder("id", Secret.of("AAEC"), Secret.of("pass"));
    return PolymarketChain.of(
            new PolymarketChain.Owner(137, TestKey.of(7), wallet),
            new PolymarketChain.Settings(
                null,
                new PolymarketChain.Relayer(address, access),
                GasLimits.POLYGON,
                Duration.ofSeconds(5)),
            transport,
            CHANCE)
        .sender()
        .orElseThrow();
  }
}
