package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.faults.FaultGate;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;
import pairdesk.sandbox.wire.polymarket.PolymarketFront;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.chain.Allowance;
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

/**
 * What wallets of every kind send to the relayer and hear from it, against what it has published.
 */
class RelayerContractTest {
  private static final Chance CHANCE = new Chance(InstantSource.system(), new Random(5));
  private static final TestKey KEY = TestKey.of(7);
  private static final String WALLET = "0x8ac5D4Bd2752AFc9F5CA531f19D617647216B893";
  private static final ChainCall REDEEM =
      new ChainCall.Redeem(MarketKind.STANDARD, new ConditionId("0x" + "cd".repeat(32)));
  private static final ChainCall APPROVE =
      new ChainCall.Approve(
          pairdesk.venues.polymarket.chain.Contract.PUSD,
          pairdesk.venues.polymarket.chain.Contract.CTF_EXCHANGE,
          Allowance.UNLIMITED);

  @Test
  void relayer() throws IOException {
    List<Exchanged> seen = new ArrayList<>(redeemedAtOneThatTellsItsStates());
    for (RelayerWallet.Kind kind : RelayerWallet.Kind.values()) {
      seen.addAll(approvedInTheSandbox(kind));
    }
    judge(seen);
  }

  private static List<Exchanged> redeemedAtOneThatTellsItsStates() throws IOException {
    try (var relayer = new FakeRelayer();
        var transport = new Transport()) {
      relayer.start();
      var access = new RelayerAccess.Builder("id", Secret.of("AAEC"), Secret.of("pass"));
      try (WireTap tap = WireTap.before(relayer.address().toString())) {
        for (RelayerWallet.Kind kind : RelayerWallet.Kind.values()) {
          relayer.states("STATE_NEW", "STATE_CONFIRMED");
          var there = new PolymarketChain.Relayer(tap.by(relayer.address().toString()), access);
          carryOut(REDEEM, sender(there, new RelayerWallet(kind, WALLET), transport));
        }
        return tap.exchanges();
      }
    }
  }

  private static List<Exchanged> approvedInTheSandbox(RelayerWallet.Kind kind) throws IOException {
    var owner = new Address(KEY.address());
    Address wallet = walletOf(owner, kind);
    var trader = new Trader(owner, wallet, new AccountId(VenueId.POLYMARKET, "trader"));
    var exchange =
        new Exchange(ExchangeSettings.seeded(7), new SandboxClock(InstantSource.system(), 10_000));
    exchange.openAccount(trader.account(), Map.of(0, Usd.ofDollars(100)));
    var faults = new Faults(exchange.clock(), 7);
    var setup = new PolymarketFront.Setup(0, 7, List.of(), List.of(trader));
    try (var gate =
            new FaultGate(exchange.clock(), faults, new RequestLog(), Duration.ofSeconds(1));
        PolymarketFront front = PolymarketFront.start(setup, exchange, faults, gate);
        WireTap tap = WireTap.before(front.relayerUrl());
        var transport = new Transport()) {
      var access = new RelayerAccess.RelayerKey(Secret.of(front.relayerKey(owner)), KEY.address());
      var there = new PolymarketChain.Relayer(tap.by(front.relayerUrl()), access);
      carryOut(APPROVE, sender(there, new RelayerWallet(kind, wallet.toString()), transport));
      return tap.exchanges();
    }
  }

  private static Address walletOf(Address owner, RelayerWallet.Kind kind) {
    Wallets wallets = Wallets.of(owner);
    return switch (kind) {
      case PROXY -> wallets.proxy();
      case SAFE -> wallets.safe();
      case DEPOSIT_WALLET -> wallets.depositWallet();
    };
  }

  private static void carryOut(ChainCall call, ChainSender sender) {
    var ready = assertInstanceOf(ChainSender.Preparation.Ready.class, sender.prepare(call));
    assertInstanceOf(ChainOutcome.Confirmed.class, sender.send(ready.call()));
    sender.resolve(ready.call());
  }

  private static void judge(List<Exchanged> seen) {
    var published = Contract.of("polymarket-relayer-openapi.yaml");
    var contract = new ApiCheck("relayer", published, "");
    var findings = new TreeSet<Finding>();
    seen.stream().flatMap(contract::check).forEach(findings::add);
    assertTrue(seen.size() > 12, "too few exchanges");
    assertEquals(List.of(), Exceptions.shipped().judge(List.of("relayer"), findings));
  }

  private static ChainSender sender(
      PolymarketChain.Relayer relayer, RelayerWallet wallet, Transport transport) {
    return PolymarketChain.of(
            new PolymarketChain.Owner(137, KEY, wallet),
            new PolymarketChain.Settings(null, relayer, GasLimits.POLYGON, Duration.ofSeconds(5)),
            transport,
            CHANCE)
        .sender()
        .orElseThrow();
  }
}
