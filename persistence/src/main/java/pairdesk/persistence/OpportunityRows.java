package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.OPPORTUNITY;
import static pairdesk.persistence.schema.Tables.OPPORTUNITY_LEG;
import static pairdesk.persistence.schema.Tables.VERDICT;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.persistence.schema.tables.records.OpportunityLegRecord;
import pairdesk.persistence.schema.tables.records.OpportunityRecord;

/** Opportunities with their legs. */
final class OpportunityRows {
  private OpportunityRows() {}

  static OpportunityRecord row(Opportunity.Bundle bundle) {
    Edge edge = bundle.edge();
    Ratio annualised = edge.annualised();
    var row = new OpportunityRecord();
    row.setId(bundle.id().value());
    row.setStrategy(bundle.strategy());
    row.setPairId(Rows.pairValue(bundle.pair()));
    row.setPayoutE6(edge.payout().e6());
    row.setCostE6(edge.cost().e6());
    row.setFeesE6(edge.fees().e6());
    row.setSlippageE6(edge.slippage().e6());
    row.setAnnualisedBps(annualised == null ? null : annualised.bps());
    row.setFoundAt(bundle.at());
    return row;
  }

  static List<OpportunityLegRecord> legs(Opportunity.Bundle bundle) {
    return IntStream.range(0, bundle.legs().size())
        .mapToObj(i -> row(bundle.id(), i, bundle.legs().get(i)))
        .toList();
  }

  private static OpportunityLegRecord row(OpportunityId id, int index, Leg leg) {
    var row = new OpportunityLegRecord();
    row.setOpportunityId(id.value());
    row.setLeg((short) index);
    row.setVenue(leg.instrument().venue().code());
    row.setMarket(leg.instrument().market().code());
    row.setOutcome(leg.instrument().outcome().name());
    row.setQuantityE6(leg.quantity().e6());
    row.setWorstE4(leg.worst().e4());
    row.setCostE6(leg.cost().e6());
    row.setFeeE6(leg.fee().e6());
    row.setBookVersion(leg.reading().bookVersion());
    row.setBookAgeMs(leg.reading().bookAge().toMillis());
    return row;
  }

  /** Opportunities of this kind with the last verdict on each, oldest first. */
  static List<Archive.Judged> oldest(DSLContext db, Condition which, int limit) {
    var rows =
        db.selectFrom(OPPORTUNITY)
            .where(which)
            .orderBy(OPPORTUNITY.FOUND_AT, OPPORTUNITY.ID)
            .limit(limit)
            .fetch();
    List<String> ids = rows.getValues(OPPORTUNITY.ID);
    Map<String, Result<OpportunityLegRecord>> legs =
        db.selectFrom(OPPORTUNITY_LEG)
            .where(OPPORTUNITY_LEG.OPPORTUNITY_ID.in(ids))
            .orderBy(OPPORTUNITY_LEG.OPPORTUNITY_ID, OPPORTUNITY_LEG.LEG)
            .fetchGroups(OPPORTUNITY_LEG.OPPORTUNITY_ID);
    Map<String, VerdictRecord> verdicts = new HashMap<>();
    db.selectFrom(VERDICT)
        .where(VERDICT.OPPORTUNITY_ID.in(ids))
        .orderBy(VERDICT.AT)
        .forEach(row -> verdicts.put(row.getOpportunityId(), verdict(row)));
    return rows.map(row ->
        new Archive.Judged(
            bundle(row, Objects.requireNonNullElse(legs.get(row.getId()), List.of())),
            verdicts.get(row.getId())));
  }

  private static VerdictRecord verdict(
      pairdesk.persistence.schema.tables.records.VerdictRecord row) {
    return new VerdictRecord(
        row.getId(),
        new OpportunityId(row.getOpportunityId()),
        History.verdict(row),
        row.getSettingsVersion(),
        row.getAt());
  }

  static Opportunity.Bundle bundle(OpportunityRecord row, List<OpportunityLegRecord> legs) {
    Integer annualised = row.getAnnualisedBps();
    return new Opportunity.Bundle(
        new OpportunityId(row.getId()),
        row.getStrategy(),
        Rows.pairId(row.getPairId()),
        legs.stream().map(OpportunityRows::leg).toList(),
        new Edge(
            Rows.usd(row, OPPORTUNITY.PAYOUT_E6),
            Rows.usd(row, OPPORTUNITY.COST_E6),
            Rows.usd(row, OPPORTUNITY.FEES_E6),
            Rows.usd(row, OPPORTUNITY.SLIPPAGE_E6),
            annualised == null ? null : Ratio.ofBps(annualised)),
        row.getFoundAt());
  }

  private static Leg leg(OpportunityLegRecord row) {
    return new Leg(
        Rows.instrument(row.getVenue(), row.getMarket(), row.getOutcome()),
        Rows.quantity(row, OPPORTUNITY_LEG.QUANTITY_E6),
        Rows.price(row, OPPORTUNITY_LEG.WORST_E4),
        Rows.usd(row, OPPORTUNITY_LEG.COST_E6),
        Rows.usd(row, OPPORTUNITY_LEG.FEE_E6),
        new Leg.Reading(row.getBookVersion(), Duration.ofMillis(row.getBookAgeMs())));
  }
}
