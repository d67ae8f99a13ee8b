package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.REDEMPTION;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.journal.IntentStore.Outcome;
import pairdesk.engine.journal.RedemptionStore;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;
import pairdesk.persistence.schema.tables.records.RedemptionRecord;

/** Calls that redeem, one row each; the database holds that a venue has one open call at most. */
public final class PostgresRedemptions implements RedemptionStore {
  private static final String OPEN = "OPEN";

  private final Database database;
  private final Supplier<Lease.@Nullable Held> lease;

  /**
   * @param lease the lease as it is now; null when it is not ours
   */
  public PostgresRedemptions(Database database, Supplier<Lease.@Nullable Held> lease) {
    this.database = database;
    this.lease = lease;
  }

  @Override
  public Optional<Sent> open(VenueId venue) {
    return database.transactIntents(db ->
        db.selectFrom(REDEMPTION)
            .where(REDEMPTION.VENUE.eq(venue.code()).and(REDEMPTION.STATE.eq(OPEN)))
            .fetchOptional()
            .map(PostgresRedemptions::sent));
  }

  private static Sent sent(RedemptionRecord row) {
    var claim =
        new Claim(
            new MarketId(new VenueId(row.getVenue()), row.getMarket()),
            row.getYesValueE4(),
            Quantity.ofE6(row.getYesE6()),
            Quantity.ofE6(row.getNoE6()));
    return new Sent(
        new PreparedRedeem(
            row.getId(), claim, row.getNonce(), row.getPayload(), Usd.ofE6(row.getPaysE6())),
        row.getSentAt());
  }

  @Override
  public Outcome commit(PreparedRedeem call, Instant now) {
    Lease.Held held = lease.get();
    return held == null
        ? new Outcome.Refused(LeaseFence.NOT_OURS)
        : database.transactIntents(db -> commit(db, call, held, now));
  }

  private static Outcome commit(DSLContext db, PreparedRedeem call, Lease.Held held, Instant now) {
    String fenced = LeaseFence.refusal(db, held);
    if (!fenced.isEmpty()) {
      return new Outcome.Refused(fenced);
    }
    String venue = call.claim().market().venue().code();
    if (db.fetchExists(REDEMPTION, REDEMPTION.VENUE.eq(venue).and(REDEMPTION.STATE.eq(OPEN)))) {
      return new Outcome.Refused("another redemption is open");
    }
    db.insertInto(REDEMPTION).set(row(call, held, now)).execute();
    return new Outcome.Committed();
  }

  private static RedemptionRecord row(PreparedRedeem call, Lease.Held held, Instant now) {
    Claim claim = call.claim();
    var row = new RedemptionRecord();
    row.setId(call.id());
    row.setVenue(claim.market().venue().code());
    row.setMarket(claim.market().code());
    row.setYesValueE4(claim.yesValueE4());
    row.setYesE6(claim.yes().e6());
    row.setNoE6(claim.no().e6());
    row.setNonce(call.nonce());
    row.setPayload(call.payload());
    row.setPaysE6(call.pays().e6());
    row.setLeaseAccount(held.account());
    row.setLeaseEpoch(held.epoch());
    row.setState(OPEN);
    row.setNote("");
    row.setSentAt(now);
    row.setStateAt(now);
    return row;
  }

  @Override
  public void report(PreparedRedeem call, RedeemOutcome outcome, boolean ended, Instant now) {
    String note =
        switch (outcome) {
          case RedeemOutcome.Paid(_, var transaction) -> transaction;
          case RedeemOutcome.Allowed(var transaction) -> transaction;
          case RedeemOutcome.Open(var why) -> why;
          case RedeemOutcome.Missing(var why) -> why;
          case RedeemOutcome.Failed(var why) -> why;
          case RedeemOutcome.ByHand(var why) -> why;
        };
    database.transactIntents(db ->
        db.update(REDEMPTION)
            .set(REDEMPTION.STATE, ended ? end(outcome) : OPEN)
            .set(REDEMPTION.NOTE, note)
            .set(REDEMPTION.STATE_AT, now)
            .where(REDEMPTION.ID.eq(call.id()).and(REDEMPTION.STATE.eq(OPEN)))
            .execute());
  }

  private static String end(RedeemOutcome outcome) {
    return switch (outcome) {
      case RedeemOutcome.Paid _ -> "PAID";
      case RedeemOutcome.Allowed _ -> "ALLOWED";
      case RedeemOutcome.Open _,
          RedeemOutcome.Missing _,
          RedeemOutcome.Failed _,
          RedeemOutcome.ByHand _ ->
          "FAILED";
    };
  }
}
