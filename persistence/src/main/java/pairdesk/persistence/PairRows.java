package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.PAIR;

import java.util.List;
import org.jooq.DSLContext;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.persistence.schema.tables.records.PairRecord;

/** The table of pairs. */
final class PairRows {
  private PairRows() {}

  /** Pairs that a person has approved, whether they trade now or not. */
  static List<Pair> inForce(DSLContext db) {
    return db.selectFrom(PAIR)
        .where(PAIR.STATUS.in("APPROVED", "PAUSED", "SUSPENDED"))
        .orderBy(PAIR.ID)
        .fetch()
        .map(PairRows::pair);
  }

  static Pair pair(PairRecord row) {
    return new Pair(
        new PairId(row.getId()),
        new MarketId(new VenueId(row.getLeftVenue()), row.getLeftCode()),
        new MarketId(new VenueId(row.getRightVenue()), row.getRightCode()),
        Relation.valueOf(row.getRelation()),
        PairStatus.valueOf(row.getStatus()),
        row.getRulesHash(),
        terms(row),
        row.getTactic() == null ? null : Tactic.valueOf(row.getTactic()));
  }

  static Pair.Terms terms(PairRecord row) {
    Long most = row.getMaxTradeE6();
    return new Pair.Terms(most == null ? null : Usd.ofE6(most), row.getApprovedUntil());
  }

  static void setTerms(PairRecord row, Pair.Terms terms) {
    Usd most = terms.maxTrade();
    row.setMaxTradeE6(most == null ? null : most.e6());
    row.setApprovedUntil(terms.until());
  }
}
