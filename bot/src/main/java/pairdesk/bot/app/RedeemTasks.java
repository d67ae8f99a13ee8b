package pairdesk.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.RedemptionStore;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.engine.venue.Redeemer;

/**
 * Redeems what the engine asks for, one call after the other: each is written down before it is
 * sent, and none is sent while the end of the one before is not known.
 */
final class RedeemTasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedeemTasks.class);

  /**
   * A call that the venue does not know for so long is given up. The next one has its number: of
   * the two one at most is ever carried out.
   */
  private static final Duration LOST = Duration.ofMinutes(2);

  private final Parts parts;
  private final Consumer<EngineEvent> inbox;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("redeem").factory());

  /**
   * @param byHand why a person has to redeem where a venue has no redeemer, one sentence
   */
  record Parts(
      Map<VenueId, Redeemer> redeemers,
      RedemptionStore store,
      InstantSource clock,
      String byHand) {}

  RedeemTasks(Parts parts, Consumer<EngineEvent> inbox) {
    this.parts = parts;
    this.inbox = inbox;
  }

  /** Returns at once; what becomes of it comes back as an event. */
  void redeem(Claim claim) {
    thread.execute(() -> {
      try {
        run(claim);
      } catch (RuntimeException e) { // the store or an adapter fails: it is tried again later
        LOG.atError().addKeyValue("market", claim.market()).setCause(e).log("not redeemed");
        answer(claim, new RedeemOutcome.Failed("the desk failed: " + e.getMessage()));
      }
    });
  }

  private void run(Claim claim) {
    Redeemer redeemer = parts.redeemers().get(claim.market().venue());
    if (redeemer == null) {
      answer(claim, new RedeemOutcome.ByHand(parts.byHand()));
      return;
    }
    Optional<RedemptionStore.Sent> before = parts.store().open(claim.market().venue());
    if (before.isPresent() && !isOver(redeemer, before.get(), claim)) {
      return;
    }
    switch (redeemer.prepare(claim)) {
      case Redeemer.Preparation.Refused(var why) -> answer(claim, new RedeemOutcome.Failed(why));
      case Redeemer.Preparation.Ready(var call) -> send(redeemer, call);
    }
  }

  /** Asks about the open call; true when it was another one's and the way is free. */
  private boolean isOver(Redeemer redeemer, RedemptionStore.Sent open, Claim wanted) {
    PreparedRedeem call = open.call();
    RedeemOutcome outcome = redeemer.resolve(call);
    if (outcome instanceof RedeemOutcome.Missing(var why) && isOld(open.at())) {
      outcome = new RedeemOutcome.Failed("lost: " + why);
    }
    boolean ended = report(call, outcome);
    boolean same = call.claim().market().equals(wanted.market());
    if (!ended && !same) {
      answer(wanted, new RedeemOutcome.Open("it waits for the one of " + call.claim().market()));
    }
    return ended && !same;
  }

  private boolean isOld(Instant sent) {
    return !parts.clock().instant().isBefore(sent.plus(LOST));
  }

  private void send(Redeemer redeemer, PreparedRedeem call) {
    switch (parts.store().commit(call, parts.clock().instant())) {
      case IntentStore.Outcome.Refused(var why) ->
          answer(call.claim(), new RedeemOutcome.Failed(why));
      case IntentStore.Outcome.Committed() -> {
        LOG.atInfo()
            .addKeyValue("redemption", call.id())
            .addKeyValue("market", call.claim().market())
            .addKeyValue("worth", call.claim().worth())
            .log("redeeming");
        report(call, redeemer.send(call));
      }
    }
  }

  /** Writes down what became of a call and tells the engine; true when it has ended. */
  private boolean report(PreparedRedeem call, RedeemOutcome outcome) {
    boolean ended =
        switch (outcome) {
          case RedeemOutcome.Paid _,
              RedeemOutcome.Allowed _,
              RedeemOutcome.Failed _,
              RedeemOutcome.ByHand _ ->
              true;
          case RedeemOutcome.Open _, RedeemOutcome.Missing _ -> false;
        };
    parts.store().report(call, outcome, ended, parts.clock().instant());
    LOG.atInfo()
        .addKeyValue("redemption", call.id())
        .addKeyValue("outcome", outcome)
        .log("redemption answered");
    answer(call.claim(), outcome);
    return ended;
  }

  private void answer(Claim claim, RedeemOutcome outcome) {
    inbox.accept(new EngineEvent.RedeemAnswered(claim, outcome));
  }

  /** What is under way is asked about at the next start. */
  @Override
  public void close() {
    thread.shutdownNow();
    thread.close();
  }
}
