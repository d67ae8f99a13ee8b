package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.PAIR;
import static pairdesk.persistence.schema.Tables.PAIR_REVIEW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.operator.Actor;

/**
 * Pairs that one person alone has approved, for whom a second one is wanted when their trades may
 * grow. The person's approval is kept as the first of two.
 */
public final class SoleApprovals {
  /** A paused pair would trade as soon as somebody lets it. */
  private static final List<String> TRADES_OR_WOULD =
      List.of(PairStatus.APPROVED.name(), PairStatus.PAUSED.name());

  private final Database database;
  private final Audit audit;

  public SoleApprovals(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** A pair that trades by one person's approval. */
  public record Sole(Pair pair, Actor approver) {}

  /** All of them, by number. */
  public List<Sole> all() {
    return database.read(db ->
        db.select(PAIR.fields())
            .select(PAIR_REVIEW.ACTOR_ID, PAIR_REVIEW.ACTOR_NAME)
            .distinctOn(PAIR.ID)
            .from(PAIR)
            .join(PAIR_REVIEW)
            .on(isOfNow())
            .where(PAIR.STATUS.in(TRADES_OR_WOULD))
            .and(PAIR_REVIEW.STATUS.eq(PairStatus.APPROVED.name()))
            .andNotExists(
                db.selectOne()
                    .from(PAIR_REVIEW)
                    .where(isOfNow())
                    .and(PAIR_REVIEW.STATUS.eq(Pairs.FIRST_APPROVAL)))
            .orderBy(PAIR.ID, PAIR_REVIEW.ID)
            .fetch(SoleApprovals::sole));
  }

  /** Reviews of a pair since it was suspended last: what was approved before has to be again. */
  private static Condition isOfNow() {
    var earlier = PAIR_REVIEW.as("earlier");
    var lastSuspended =
        DSL.select(DSL.coalesce(DSL.max(earlier.ID), 0L))
            .from(earlier)
            .where(earlier.PAIR_ID.eq(PAIR.ID))
            .and(earlier.STATUS.eq(PairStatus.SUSPENDED.name()));
    return PAIR_REVIEW.PAIR_ID.eq(PAIR.ID).and(PAIR_REVIEW.ID.gt(lastSuspended));
  }

  private static Sole sole(Record row) {
    return new Sole(
        PairRows.pair(row.into(PAIR)),
        new Actor(row.get(PAIR_REVIEW.ACTOR_ID), row.get(PAIR_REVIEW.ACTOR_NAME)));
  }

  /**
   * Takes a pair back to where one of two people has approved it; its terms stay.
   *
   * @return the pair as it is now; empty when it trades no more anyway
   */
  public Optional<Pair> wantSecond(Sole sole, Pairs.Request request, String why, Instant now) {
    return database.transact(db -> {
      var row =
          db.selectFrom(PAIR).where(PAIR.ID.eq(sole.pair().id().value())).forUpdate().fetchOne();
      if (row == null || !TRADES_OR_WOULD.contains(row.getStatus())) {
        return Optional.empty();
      }
      String before = row.getStatus();
      row.setStatus(PairStatus.PROPOSED.name());
      row.setFirstApprover(sole.approver().id());
      row.setFirstName(sole.approver().name());
      row.setChangedAt(now);
      row.setChangedBy(request.actor().name());
      row.store();
      db.insertInto(PAIR_REVIEW)
          .set(PAIR_REVIEW.PAIR_ID, row.getId())
          .set(PAIR_REVIEW.STATUS, Pairs.FIRST_APPROVAL)
          .set(PAIR_REVIEW.RULES_HASH, row.getRulesHash())
          .set(PAIR_REVIEW.NOTE, why)
          .set(PAIR_REVIEW.ACTOR_ID, sole.approver().id())
          .set(PAIR_REVIEW.ACTOR_NAME, sole.approver().name())
          .set(PAIR_REVIEW.AT, now)
          .execute();
      audit.append(
          db,
          request,
          "pair " + row.getId(),
          before + " → " + Pairs.FIRST_APPROVAL + ": " + why,
          now);
      return Optional.of(PairRows.pair(row));
    });
  }
}
