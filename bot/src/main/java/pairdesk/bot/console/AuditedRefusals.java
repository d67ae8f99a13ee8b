package pairdesk.bot.console;

import java.time.InstantSource;
import pairdesk.bot.access.Caller;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Pairs;

/** Writes down what was refused; a reaction, which is read again after every absence, once. */
public record AuditedRefusals(Audit audit, InstantSource clock) implements Console.Refusals {
  private static final String REACTION = "reaction:";

  @Override
  public void refused(Caller caller, String what) {
    String key = caller.event().startsWith(REACTION) ? "refused:" + caller.event() : "";
    audit.appendOnce(
        new Pairs.Request(caller.actor(), "discord", key), "refused", what, clock.instant());
  }
}
