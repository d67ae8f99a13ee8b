package pairdesk.benchmarks;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;

/** Gaps and verdicts into copies of their tables, one batch of inserts a table and transaction. */
final class PlainBatches {
  private static final List<String> GAP =
      List.of(
          "id",
          "strategy",
          "pair_id",
          "payout_e6",
          "cost_e6",
          "fees_e6",
          "slippage_e6",
          "annualised_bps",
          "found_at");
  private static final List<String> LEG =
      List.of(
          "opportunity_id",
          "leg",
          "venue",
          "market",
          "outcome",
          "quantity_e6",
          "worst_e4",
          "cost_e6",
          "fee_e6",
          "book_version",
          "book_age_ms");
  private static final List<String> VERDICT =
      List.of("id", "opportunity_id", "kind", "rule", "why", "settings_version", "at");

  private final DSLContext db;

  PlainBatches(Connection connection) {
    this.db = DSL.using(connection, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    for (String table : List.of("opportunity", "opportunity_leg", "verdict")) {
      db.execute("create table plain_" + table + " (like " + table + " including all)");
    }
  }

  void insert(List<JournalRecord> records) {
    int step = 2 * JournalDrain.GAPS_IN_A_BATCH;
    for (int from = 0; from < records.size(); from += step) {
      var some = records.subList(from, Math.min(records.size(), from + step));
      db.transaction(inside -> insert(inside.dsl(), some));
    }
  }

  private static void insert(DSLContext db, List<JournalRecord> records) {
    var gaps = new ArrayList<Object[]>();
    var legs = new ArrayList<Object[]>();
    var verdicts = new ArrayList<Object[]>();
    for (JournalRecord record : records) {
      if (record instanceof JournalRecord.OpportunityFound(Opportunity.Bundle gap)) {
        gaps.add(row(gap));
        IntStream.range(0, gap.legs().size())
            .forEach(i -> legs.add(row(gap.id().value(), i, gap.legs().get(i))));
      } else if (record instanceof JournalRecord.VerdictGiven(var verdict)) {
        verdicts.add(row(verdict));
      }
    }
    batch(db, "plain_opportunity", GAP, gaps);
    batch(db, "plain_opportunity_leg", LEG, legs);
    batch(db, "plain_verdict", VERDICT, verdicts);
  }

  private static void batch(
      DSLContext db, String table, List<String> columns, List<Object[]> rows) {
    List<Field<Object>> fields = columns.stream().map(DSL::field).toList();
    Query insert = db.insertInto(DSL.table(table), fields).values(rows.getFirst());
    db.batch(insert).bind(rows.toArray(Object[][]::new)).execute();
  }

  private static Object[] row(Opportunity.Bundle gap) {
    Edge edge = gap.edge();
    return values(
        gap.id().value(),
        gap.strategy(),
        1L,
        edge.payout().e6(),
        edge.cost().e6(),
        edge.fees().e6(),
        edge.slippage().e6(),
        912,
        gap.at());
  }

  private static Object[] row(String gap, int index, Leg leg) {
    return values(
        gap,
        (short) index,
        leg.instrument().venue().code(),
        leg.instrument().market().code(),
        leg.instrument().outcome().name(),
        leg.quantity().e6(),
        leg.worst().e4(),
        leg.cost().e6(),
        leg.fee().e6(),
        leg.reading().bookVersion(),
        leg.reading().bookAge().toMillis());
  }

  private static Object[] row(VerdictRecord given) {
    if (!(given.verdict() instanceof Verdict.Refuse(var rule, var why))) {
      throw new IllegalArgumentException("made gaps are refused: " + given);
    }
    return values(
        given.id(),
        given.opportunity().value(),
        "REFUSE",
        rule,
        why,
        given.settingsVersion(),
        given.at());
  }

  private static Object[] values(Object... values) {
    return values;
  }
}
