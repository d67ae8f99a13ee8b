package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.PAIR;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.Tactic;
import pairdesk.persistence.Pairs.Decided;
import pairdesk.persistence.schema.tables.records.PairRecord;

/** How a person wants a pair bought, beside the pair, with an audit row for each choice. */
public final class PairTactics {
  private final Database database;
  private final Audit audit;

  public PairTactics(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * @param tactic null: as the desk's setting says
   */
  public record Choice(PairId pair, @Nullable Tactic tactic, Pairs.Request request) {}

  /** Counts from the moment at which the engine is told, which is the caller's to do. */
  public Decided choose(Choice choice, Instant now) {
    return database.transact(db -> choose(db, choice, now));
  }

  private Decided choose(DSLContext db, Choice choice, Instant now) {
    PairRecord row =
        db.selectFrom(PAIR).where(PAIR.ID.eq(choice.pair().value())).forUpdate().fetchOne();
    if (row == null) {
      return new Decided.Refused("There is no pair " + choice.pair() + ".");
    }
    Pair was = PairRows.pair(row);
    if (audit.isKnown(db, choice.request().key())) {
      return new Decided.Repeated(was);
    }
    Tactic tactic = choice.tactic();
    row.setTactic(tactic == null ? null : tactic.name());
    row.store();
    String what = "bought " + how(was.tactic()) + " → " + how(tactic);
    audit.append(db, choice.request(), "pair " + was.id(), what, now);
    return new Decided.Done(was.withTactic(tactic));
  }

  private static String how(@Nullable Tactic tactic) {
    return tactic == null ? "by the desk's setting" : "by " + tactic;
  }
}
