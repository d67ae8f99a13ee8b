package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Holding;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.engine.venue.Redeemer;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.ChainModes;
import pairdesk.sandbox.exchange.ChainModes.State;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.When;

/** Winnings come home through the sandbox's relayer, which checks every signature by itself. */
class PolymarketRedeemerTest {
  private static final Quantity SHARES = Quantity.ofShares(20);
  private static final Usd WORTH = Usd.ofDollars(20);

  private @Nullable PolymarketLab opened;

  @AfterEach
  void close() {
    Objects.requireNonNull(opened).close();
  }

  private PolymarketLab lab(SignatureType type) {
    var lab = new PolymarketLab(type);
    opened = lab;
    return lab;
  }

  /** 20 shares of YES of a market that has answered YES. */
  private PolymarketLab won(SignatureType type) {
    PolymarketLab lab = lab(type);
    buy(lab, lab.rain);
    lab.exchange.resolve(lab.rain.id(), Price.ONE);
    return lab;
  }

  private static void buy(PolymarketLab lab, PolymarketListing listing) {
    lab.follow();
    Market market = lab.market(listing);
    var intent = lab.intent(market.id().yes(), Side.BUY, 20, 50, TimeInForce.IOC);
    lab.trading()
        .orders()
        .submit(lab.trading().orders().prepare(intent, market), PolymarketLab.DEADLINE);
    lab.await(lab.told.fills, fill -> fill.status() == FillStatus.FINAL);
  }

  private static AccountSnapshot account(PolymarketLab lab) {
    return lab.trading().account().read(Instant.now().minusSeconds(60));
  }

  private static Redeemer redeemer(PolymarketLab lab) {
    return Objects.requireNonNull(lab.trading().redeemer());
  }

  private static Claim claim(PolymarketListing listing) {
    return new Claim(listing.id(), 10_000, SHARES, Quantity.ZERO);
  }

  private static PreparedRedeem prepared(PolymarketLab lab) {
    return assertInstanceOf(
            Redeemer.Preparation.Ready.class, redeemer(lab).prepare(claim(lab.rain)))
        .call();
  }

  private static long submitted(PolymarketLab lab) {
    return lab.log.entries().stream().filter(e -> e.request().path().equals("/submit")).count();
  }

  @ParameterizedTest
  @EnumSource(names = "EOA", mode = EnumSource.Mode.EXCLUDE)
  void aWalletRedeemsWhatItsAccountShows(SignatureType type) {
    PolymarketLab lab = won(type);
    Claim shown = Objects.requireNonNull(account(lab).claims().get(lab.rain.id()));
    assertEquals(claim(lab.rain), shown);
    Usd before = lab.exchange.account(PolymarketLab.TRADER).free(0);
    RedeemOutcome.Paid paid =
        assertInstanceOf(RedeemOutcome.Paid.class, redeemer(lab).send(prepared(lab)));
    assertEquals(WORTH, paid.paid());
    assertEquals(before.plus(WORTH), lab.exchange.account(PolymarketLab.TRADER).free(0));
    AccountSnapshot after = account(lab);
    assertEquals(List.of(), after.holdings());
    assertEquals(WORTH, after.payouts().getFirst().paid());
    assertEquals(10_000, after.payouts().getFirst().yesValueE4());
  }

  @Test
  void aGroupsMarketIsRedeemedThroughItsOwnAdapter() {
    PolymarketLab lab = lab(SignatureType.POLY_GNOSIS_SAFE);
    buy(lab, lab.group);
    lab.exchange.resolve(lab.group.id(), Price.ofCents(50));
    Claim half = Objects.requireNonNull(account(lab).claims().get(lab.group.id()));
    assertEquals(Usd.ofDollars(10), half.worth());
    var ready =
        assertInstanceOf(Redeemer.Preparation.Ready.class, redeemer(lab).prepare(half)).call();
    assertEquals(
        Usd.ofDollars(10),
        assertInstanceOf(RedeemOutcome.Paid.class, redeemer(lab).send(ready)).paid());
  }

  @Test
  @Tag("fault:L3")
  void nothingIsShownBeforeTheAnswerAndTheChainRefusesIt() {
    PolymarketLab lab = lab(SignatureType.POLY_1271);
    buy(lab, lab.rain);
    assertEquals(List.of(new Holding(lab.rain.id().yes(), SHARES)), account(lab).holdings());
    assertEquals(Map.of(), account(lab).claims());
    assertInstanceOf(RedeemOutcome.Failed.class, redeemer(lab).send(prepared(lab)));
  }

  @Test
  void aLostReplyIsAskedAboutAndNotSentAgain() {
    PolymarketLab lab = won(SignatureType.POLY_1271);
    lab.faults.onRequest(
        PolymarketLab.when("POST", "/submit"), new RequestFault.LoseReply(Duration.ZERO));
    assertInstanceOf(RedeemOutcome.Paid.class, redeemer(lab).send(prepared(lab)));
    assertEquals(1, submitted(lab));
  }

  @Test
  void aCallOfBeforeARestartIsFoundByItsSignature() {
    PolymarketLab lab = won(SignatureType.POLY_PROXY);
    PreparedRedeem call = prepared(lab);
    assertInstanceOf(RedeemOutcome.Missing.class, redeemer(lab).resolve(call));
    redeemer(lab).send(call);
    assertInstanceOf(RedeemOutcome.Paid.class, redeemer(lab).resolve(call));
    assertEquals(1, submitted(lab));
  }

  @Test
  void aFailureOnTheChainPaysNothingAndLeavesTheNumberFree() {
    PolymarketLab lab = won(SignatureType.POLY_GNOSIS_SAFE);
    lab.exchange
        .modes()
        .chain()
        .script(List.of(new ChainModes.Step(State.FAILED, Duration.ofMillis(10))));
    PreparedRedeem first = prepared(lab);
    assertInstanceOf(RedeemOutcome.Failed.class, redeemer(lab).send(first));
    assertEquals(1, account(lab).claims().size());
    PreparedRedeem second = prepared(lab);
    assertEquals(first.nonce(), second.nonce());
    assertInstanceOf(RedeemOutcome.Paid.class, redeemer(lab).send(second));
  }

  @Test
  void withoutTheRelayerNothingIsPrepared() {
    PolymarketLab lab = won(SignatureType.POLY_1271);
    lab.faults.onRequest(
        new When(
            Optional.empty(),
            Pattern.compile("GET"),
            Pattern.compile("/deployed"),
            Pattern.compile(""),
            When.Occurrence.ALWAYS),
        new RequestFault.Replace(false, 503, Map.of(), "{}"));
    assertInstanceOf(Redeemer.Preparation.Refused.class, redeemer(lab).prepare(claim(lab.rain)));
  }

  @Test
  void anAlteredRequestIsRefused() {
    PolymarketLab lab = won(SignatureType.POLY_GNOSIS_SAFE);
    PreparedRedeem call = prepared(lab);
    String altered =
        call.payload().replaceFirst("\"data\":\"0x8d80ff0a0", "\"data\":\"0x8d80ff0a1");
    assertTrue(!altered.equals(call.payload()), altered);
    var bad = new PreparedRedeem(call.id(), call.claim(), call.nonce(), altered, call.pays());
    RedeemOutcome.Failed failed =
        assertInstanceOf(RedeemOutcome.Failed.class, redeemer(lab).send(bad));
    assertTrue(failed.why().contains("invalid transaction request payload"), failed.why());
  }
}
