package pairdesk.sandbox.control;

import java.time.InstantSource;
import pairdesk.sandbox.control.RuleReader.Subject;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;

/** Adds a fault rule, {@code {"on","when":{…},"do":{…}}}, or forgets all. */
final class RuleSwitch implements Switch {
  private final Faults faults;
  private final RuleReader reader;
  private final InstantSource clock;

  RuleSwitch(Faults faults, RuleReader reader, InstantSource clock) {
    this.faults = faults;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Runnable read(Input rule) {
    if (rule.flag("clear", false)) {
      return faults::clear;
    }
    Subject subject = Subject.of(rule);
    Input when = rule.object("when");
    reader.check(when, subject);
    Input action = rule.object("do");
    return switch (subject) {
      case REQUEST -> {
        RequestFault fault = FaultReader.request(action);
        yield () -> faults.onRequest(reader.when(when, subject, clock.instant()), fault);
      }
      case MESSAGE -> {
        StreamFault fault = FaultReader.message(action);
        yield () -> faults.onMessage(reader.when(when, subject, clock.instant()), fault);
      }
    };
  }
}
