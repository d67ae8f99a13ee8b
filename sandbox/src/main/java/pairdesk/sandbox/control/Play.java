package pairdesk.sandbox.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.When;

/** A scenario under way: its steps are done by the exchange's clock, in turn. */
final class Play {
  private final Exchange exchange;
  private final Faults faults;
  private final RuleReader rules;
  private final List<Progress> steps = new ArrayList<>();

  /**
   * How far a step is.
   *
   * @param doneAt null before
   * @param problem why it could not be done, null when it could
   */
  record Progress(Scenario.Step step, @Nullable Instant doneAt, @Nullable String problem) {}

  Play(Exchange exchange, Faults faults, RuleReader rules) {
    this.exchange = exchange;
    this.faults = faults;
    this.rules = rules;
  }

  /** The exchange is asked without holding our lock: it holds its own when it does a step. */
  void start(Scenario scenario) {
    int number = enter(scenario);
    for (Scenario.Step step : scenario.steps()) {
      Scenario.Trigger trigger = step.trigger();
      if (trigger == null) {
        schedule(number, step);
      } else {
        await(number, step, trigger);
      }
      number++;
    }
  }

  /** Gives the number of the first of its steps. */
  private synchronized int enter(Scenario scenario) {
    int first = steps.size();
    scenario.steps().forEach(step -> steps.add(new Progress(step, null, null)));
    return first;
  }

  private void schedule(int number, Scenario.Step step) {
    exchange.at(exchange.clock().instant().plus(step.in()), () -> perform(number, step));
  }

  private void await(int number, Scenario.Step step, Scenario.Trigger trigger) {
    When when = rules.when(trigger.when(), trigger.subject(), exchange.clock().instant());
    var seen = new AtomicBoolean();
    Runnable once =
        () -> {
          if (!seen.getAndSet(true)) {
            schedule(number, step);
          }
        };
    switch (trigger.subject()) {
      case REQUEST -> faults.watchRequests(when, once);
      case MESSAGE -> faults.watchMessages(when, once);
    }
  }

  private void perform(int number, Scenario.Step step) {
    String problem = null;
    try {
      step.work().run();
    } catch (BadInput e) {
      problem = e.field() + ": " + e.getMessage();
    }
    done(number, new Progress(step, exchange.clock().instant(), problem));
  }

  private synchronized void done(int number, Progress progress) {
    steps.set(number, progress);
  }

  /** In the order of the file. */
  synchronized List<Progress> steps() {
    return List.copyOf(steps);
  }
}
