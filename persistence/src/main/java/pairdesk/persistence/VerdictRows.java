package pairdesk.persistence;

import pairdesk.engine.risk.Verdict;
import pairdesk.persistence.schema.tables.records.VerdictRecord;

/** What the gate said of opportunities. */
final class VerdictRows {
  private VerdictRows() {}

  static VerdictRecord row(pairdesk.engine.risk.VerdictRecord given) {
    var row = new VerdictRecord();
    row.setId(given.id());
    row.setOpportunityId(given.opportunity().value());
    row.setSettingsVersion(given.settingsVersion());
    row.setAt(given.at());
    row.setRule("");
    row.setWhy("");
    switch (given.verdict()) {
      case Verdict.Allow() -> row.setKind("ALLOW");
      case Verdict.Shrink(var shares, var rule, var why) -> {
        row.setKind("SHRINK");
        row.setSharesE6(shares.e6());
        row.setRule(rule);
        row.setWhy(why);
      }
      case Verdict.Refuse(var rule, var why) -> {
        row.setKind("REFUSE");
        row.setRule(rule);
        row.setWhy(why);
      }
    }
    return row;
  }
}
