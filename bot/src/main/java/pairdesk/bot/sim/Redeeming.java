package pairdesk.bot.sim;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.sandbox.exchange.Adapter;
import pairdesk.sandbox.exchange.ChainAction;
import pairdesk.sandbox.exchange.Settlement;

/** Redemptions: one call at a time, written down before it is sent, asked about before another. */
final class Redeeming {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final World world;
  private final Desk desk;

  Redeeming(World world, Desk desk) {
    this.world = world;
    this.desk = desk;
  }

  void redeem(Claim claim) {
    Optional<PreparedRedeem> before = world.store().tables().redeeming();
    if (before.isPresent()) {
      resolve(before.get(), claim);
    } else {
      send(claim);
    }
  }

  private void send(Claim claim) {
    var call =
        new PreparedRedeem(
            world.newId(), claim, BigInteger.valueOf(world.nextNonce()), "redeem", claim.worth());
    world.store().tables().redeem(call);
    world
        .wire()
        .send(
            new Wire.Call<>("redeem arrives", LIMIT, () -> carryOut(call)),
            Wire.Copies.UNTRACKED,
            answer -> {
              if (answer instanceof Wire.Answer.Got<RedeemOutcome>(RedeemOutcome got)) {
                ended(call, got);
              } else {
                tell(claim, new RedeemOutcome.Open("no answer"));
              }
            });
  }

  /** Of all calls with one number one at most is ever carried out. */
  private RedeemOutcome carryOut(PreparedRedeem call) {
    if (!world.useNonce(call.nonce().longValueExact())) {
      return new RedeemOutcome.Failed("its number is used");
    }
    MarketId market = call.claim().market();
    Usd before = paid(market);
    Optional<String> problem =
        world
            .exchange()
            .onChain(
                Scenery.POLYMARKET,
                List.of(
                    new ChainAction.ApproveShares(Adapter.STANDARD, true),
                    new ChainAction.Redeem(Adapter.STANDARD, market)));
    if (problem.isPresent()) {
      return new RedeemOutcome.Failed(problem.get());
    }
    world.sometimes().saw(Sometimes.Event.REDEEMED);
    return new RedeemOutcome.Paid(paid(market).minus(before), "0x" + call.id());
  }

  /** Asks about the open call; another's answer makes the way free for the next attempt. */
  private void resolve(PreparedRedeem open, Claim wanted) {
    world
        .wire()
        .ask(
            new Wire.Call<>(
                "redeem asked", LIMIT, () -> world.isUsed(open.nonce().longValueExact())),
            answer -> {
              if (!(answer instanceof Wire.Answer.Got<Boolean>(Boolean used))) {
                tell(wanted, new RedeemOutcome.Open("no answer"));
              } else if (used) {
                ended(open, new RedeemOutcome.Paid(paid(open.claim().market()), open.id()));
              } else {
                // its number is burnt, so that it never arrives any more
                world.useNonce(open.nonce().longValueExact());
                ended(open, new RedeemOutcome.Failed("lost"));
              }
              if (!open.claim().market().equals(wanted.market())) {
                tell(wanted, new RedeemOutcome.Open("it waits for another"));
              }
            });
  }

  private Usd paid(MarketId market) {
    return world.exchange().settlements(Scenery.POLYMARKET).stream()
        .filter(one -> one.position().market().equals(market))
        .map(Settlement::payout)
        .reduce(Usd.ZERO, Usd::plus);
  }

  private void ended(PreparedRedeem call, RedeemOutcome outcome) {
    if (desk.isAlive()) {
      world.store().tables().redeem(null);
      tell(call.claim(), outcome);
    }
  }

  private void tell(Claim claim, RedeemOutcome outcome) {
    desk.hear(new EngineEvent.RedeemAnswered(claim, outcome));
  }
}
