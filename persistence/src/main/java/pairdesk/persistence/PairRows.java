package pairdesk.persistence;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static pairdesk.persistence.schema.Tables.PAIR;
import static pairdesk.persistence.schema.Tables.POSITION;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
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
  private static final List<String> IN_FORCE =
      Stream.of(PairStatus.APPROVED, PairStatus.PAUSED, PairStatus.SUSPENDED)
          .map(PairStatus::name)
          .toList();

  private PairRows() {}

  /** Pairs that a person has approved, whether they trade now or not. */
  static List<Pair> inForce(DSLContext db) {
    return db.selectFrom(PAIR)
        .where(PAIR.STATUS.in(IN_FORCE))
        .orderBy(PAIR.ID)
        .fetch()
        .map(PairRows::pair);
  }

  /** Those, and ended ones of which something is still held: half of it is not paid yet. */
  static List<Pair> inForceOrHeld(DSLContext db) {
    return db.selectFrom(PAIR)
        .where(PAIR.STATUS.in(IN_FORCE).or(isEnded().and(holdsLeft().or(holdsRight()))))
        .orderBy(PAIR.ID)
        .fetch()
        .map(PairRows::pair);
  }

  private static Condition isEnded() {
    return PAIR.STATUS.eq(PairStatus.EXPIRED.name());
  }

  static Condition holdsLeft() {
    return row(PAIR.LEFT_VENUE, PAIR.LEFT_CODE).in(held());
  }

  static Condition holdsRight() {
    return row(PAIR.RIGHT_VENUE, PAIR.RIGHT_CODE).in(held());
  }

  /** Venue and market of everything that is held. */
  static Select<Record2<String, String>> held() {
    return select(POSITION.VENUE, POSITION.MARKET)
        .from(POSITION)
        .where(POSITION.QUANTITY_E6.ne(0L));
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
