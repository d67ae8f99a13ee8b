package pairdesk.bot.console;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.access.Caller;
import pairdesk.persistence.Audit;
import pairdesk.persistence.DatabaseException;
import pairdesk.persistence.Pairs;

/**
 * Writes down what was refused; a reaction, which is read again after every absence, once. Refused
 * suggestions are written later, and counted: people wait for nothing while they type.
 */
public final class AuditedRefusals implements Console.Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(AuditedRefusals.class);
  private static final String SOURCE = "discord";
  private static final String REFUSED = "refused";
  private static final String REACTION = "reaction:";

  private final Audit audit;
  private final InstantSource clock;
  private final Executor later;
  private final RefusedSuggestions suggestions = new RefusedSuggestions();

  /**
   * @param later writes one after the other
   */
  public AuditedRefusals(Audit audit, InstantSource clock, Executor later) {
    this.audit = audit;
    this.clock = clock;
    this.later = later;
  }

  @Override
  public void refused(Caller caller, String what) {
    String key = caller.event().startsWith(REACTION) ? "refused:" + caller.event() : "";
    audit.appendOnce(
        new Pairs.Request(caller.actor(), SOURCE, key), REFUSED, what, clock.instant());
  }

  @Override
  public void suggestionRefused(Caller caller, String command) {
    write(suggestions.refused(caller.actor(), command, clock.instant()));
  }

  /** Writes down how often suggestions were refused, where that is counted no longer. */
  public void step() {
    write(suggestions.ended(clock.instant()));
  }

  /** The same of all; nothing comes after it. */
  public void finish() {
    write(suggestions.rest(clock.instant()));
  }

  private void write(List<RefusedSuggestions.Row> rows) {
    if (!rows.isEmpty()) {
      later.execute(() -> rows.forEach(this::write));
    }
  }

  private void write(RefusedSuggestions.Row row) {
    try {
      audit.append(new Pairs.Request(row.actor(), SOURCE, ""), REFUSED, row.detail(), row.at());
    } catch (DatabaseException e) {
      LOG.atWarn()
          .addKeyValue("actor", row.actor().id())
          .addKeyValue("what", row.detail())
          .addKeyValue("cause", e.getMessage())
          .log("a refusal is not in the audit");
    }
  }
}
