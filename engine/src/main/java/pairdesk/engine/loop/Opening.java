package pairdesk.engine.loop;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import pairdesk.engine.market.VenueId;

/** Opens an account: sets its workers on its parts. The limits are the same for all. */
final class Opening {
  private final EngineSettings settings;
  private final LimitsInForce limits;

  /** The parts, and who takes in what the world says about them. */
  record Taking(Parts parts, Fills fills, OrderFacts facts) {}

  Opening(EngineSettings settings) {
    this.settings = settings;
    this.limits = new LimitsInForce(settings);
  }

  LimitsInForce limits() {
    return limits;
  }

  /**
   * @param reconciled venues whose account is read and explained, at this moment
   * @param label part of every order id
   */
  Account account(Taking taking, Function<Instant, Set<VenueId>> reconciled, String label) {
    Parts parts = taking.parts();
    var kpis = new Kpis();
    var situation = new Situation(parts, reconciled, limits, settings.rules().execution());
    var submitter = new Submitter(limits, situation, parts, label);
    return new Account(
        parts,
        taking.fills(),
        taking.facts(),
        situation,
        new Executions(parts, situation, submitter, settings, kpis),
        new Housekeeping(parts, settings.rhythm()),
        kpis);
  }

  /** Its ledger is the only one that there is of it, and so always right. */
  Account paper(Parts parts) {
    var fills =
        new Fills(
            parts,
            new ChargedFees(parts.markets(), settings.rules().fees()),
            settings.rhythm().doubts());
    var facts = new OrderFacts(parts, fills);
    return account(
        new Taking(parts, fills, facts),
        parts.ledger()::confirmed,
        settings.account().label() + "/paper");
  }
}
