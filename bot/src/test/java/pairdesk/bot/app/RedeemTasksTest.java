package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.RedemptionStore;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.engine.venue.Redeemer;

/** Written down, sent once, asked about before the next. */
class RedeemTasksTest {
  private static final Claim RAIN = claim("0xrain");
  private static final Claim SNOW = claim("0xsnow");
  private static final Usd WORTH = Usd.ofDollars(10);
  private static final RedeemOutcome.Paid PAID = new RedeemOutcome.Paid(WORTH, "0xab");
  private static final RedeemOutcome.Missing MISSING = new RedeemOutcome.Missing("not known");

  private final List<String> done = new ArrayList<>();
  private final BlockingQueue<EngineEvent> told = new ArrayBlockingQueue<>(10);
  private Instant now = SampleDesk.NOW;
  private RedeemOutcome sending = PAID;
  private RedeemOutcome resolving = MISSING;
  private RedemptionStore.@Nullable Sent open;

  private final Redeemer redeemer =
      new Redeemer() {
        @Override
        public VenueId venue() {
          return VenueId.POLYMARKET;
        }

        @Override
        public Preparation prepare(Claim claim) {
          return new Preparation.Ready(call(claim));
        }

        @Override
        public RedeemOutcome send(PreparedRedeem call) {
          done.add("send " + call.id());
          return sending;
        }

        @Override
        public RedeemOutcome resolve(PreparedRedeem call) {
          done.add("ask " + call.id());
          return resolving;
        }
      };

  private final RedemptionStore store =
      new RedemptionStore() {
        @Override
        public Optional<Sent> open(VenueId venue) {
          return Optional.ofNullable(open);
        }

        @Override
        public IntentStore.Outcome commit(PreparedRedeem call, Instant at) {
          done.add("write " + call.id());
          open = new Sent(call, at);
          return new IntentStore.Outcome.Committed();
        }

        @Override
        public void report(PreparedRedeem call, RedeemOutcome outcome, boolean ended, Instant at) {
          open = ended ? null : open;
        }
      };

  private final RedeemTasks tasks =
      new RedeemTasks(
          new RedeemTasks.Parts(Map.of(VenueId.POLYMARKET, redeemer), store, () -> now, "no key"),
          told::add);

  @AfterEach
  void close() {
    tasks.close();
  }

  private static Claim claim(String market) {
    return new Claim(MarketId.polymarket(market), 10_000, Quantity.ofShares(10), Quantity.ZERO);
  }

  private static PreparedRedeem call(Claim claim) {
    return new PreparedRedeem(claim.market().code(), claim, BigInteger.TEN, "signed", WORTH);
  }

  private static EngineEvent answered(Claim claim, RedeemOutcome outcome) {
    return new EngineEvent.RedeemAnswered(claim, outcome);
  }

  private EngineEvent next() throws InterruptedException {
    return Objects.requireNonNull(told.poll(10, TimeUnit.SECONDS), "no answer");
  }

  @Test
  void writesBeforeItSends() throws InterruptedException {
    tasks.redeem(RAIN);
    assertEquals(answered(RAIN, PAID), next());
    assertEquals(List.of("write 0xrain", "send 0xrain"), done);
  }

  @Test
  void asksAboutAnOpenCallInsteadOfSendingAgain() throws InterruptedException {
    open = new RedemptionStore.Sent(call(RAIN), now);
    tasks.redeem(RAIN);
    assertEquals(answered(RAIN, MISSING), next());
    resolving = PAID;
    tasks.redeem(RAIN);
    assertEquals(answered(RAIN, PAID), next());
    assertEquals(List.of("ask 0xrain", "ask 0xrain"), done);
  }

  @Test
  void oneMarketWaitsForTheOther() throws InterruptedException {
    open = new RedemptionStore.Sent(call(SNOW), now);
    resolving = new RedeemOutcome.Open("STATE_NEW");
    tasks.redeem(RAIN);
    assertEquals(answered(SNOW, resolving), next());
    assertEquals(
        answered(RAIN, new RedeemOutcome.Open("it waits for the one of polymarket:0xsnow")),
        next());
    resolving = PAID;
    tasks.redeem(RAIN);
    assertEquals(answered(SNOW, PAID), next());
    assertEquals(answered(RAIN, PAID), next());
    assertEquals(List.of("ask 0xsnow", "ask 0xsnow", "write 0xrain", "send 0xrain"), done);
  }

  @Test
  void givesUpWhatTheVenueDoesNotKnowForLong() throws InterruptedException {
    open = new RedemptionStore.Sent(call(RAIN), now);
    now = now.plus(Duration.ofMinutes(2));
    tasks.redeem(RAIN);
    assertEquals(answered(RAIN, new RedeemOutcome.Failed("lost: not known")), next());
    tasks.redeem(RAIN);
    assertEquals(answered(RAIN, PAID), next());
  }

  @Test
  void anOpenOutcomeStaysOpenForTheNextProcess() throws InterruptedException {
    sending = new RedeemOutcome.Open("STATE_NEW");
    tasks.redeem(RAIN);
    assertEquals(answered(RAIN, sending), next());
    assertEquals(RAIN, Objects.requireNonNull(open).call().claim());
  }

  @Test
  void saysWhyAPersonMustDoIt() throws InterruptedException {
    try (var none =
        new RedeemTasks(
            new RedeemTasks.Parts(Map.of(), store, () -> now, "there is no key"), told::add)) {
      none.redeem(RAIN);
      assertEquals(answered(RAIN, new RedeemOutcome.ByHand("there is no key")), next());
    }
  }
}
