package pairdesk.engine.risk;

import java.time.Instant;
import pairdesk.engine.opportunity.OpportunityId;

/** A verdict as it is stored, with the settings it was judged by. */
public record VerdictRecord(
    String id, OpportunityId opportunity, Verdict verdict, long settingsVersion, Instant at) {}
