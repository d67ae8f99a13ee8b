package pairdesk.sandbox.control;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.control.RuleReader.Subject;

/**
 * A list of switches with their moments: at a time after the start, or once a request or a message
 * of some kind is seen.
 *
 * <pre>
 *   {"steps": [
 *     {"atMillis": 5000, "market": {"venue": "kalshi", "market": "pair:0", "action": "pause"}},
 *     {"once": {"on": "request", "when": {"method": "POST", "path": "events/orders$"}},
 *      "inMillis": 200, "venue": {"venue": "kalshi", "halted": true}}
 *   ]}
 * </pre>
 *
 * @param steps in the order of the file
 */
record Scenario(List<Step> steps) {

  Scenario {
    steps = List.copyOf(steps);
  }

  /**
   * @param name of the switch
   * @param trigger what is waited for, null for the start
   * @param in how long after that
   */
  record Step(String name, @Nullable Trigger trigger, Duration in, Runnable work) {}

  /** The first request or message that matches. */
  record Trigger(Subject subject, Input when) {}

  /**
   * @throws BadScenario when a step is not what is wanted
   */
  static Scenario read(String text, Switches switches, RuleReader rules) {
    Lines lines = lines(text);
    try {
      Input file = Input.parse(text);
      var steps = new ArrayList<Step>();
      for (Input step : file.list("steps")) {
        steps.add(step(step, switches, rules));
      }
      file.refuseOthers();
      return new Scenario(steps);
    } catch (BadInput e) {
      throw new BadScenario(
          lines.of(new Lines.Field(e.field())), e.field(), String.valueOf(e.getMessage()));
    }
  }

  private static Lines lines(String text) {
    try {
      return Lines.of(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new BadScenario(at == null ? 1 : at.getLineNr(), "", e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("a text can always be read", e);
    }
  }

  private static Step step(Input step, Switches switches, RuleReader rules) {
    List<String> named = switches.names().stream().filter(step::has).toList();
    if (named.size() != 1) {
      throw step.wrong("", "want one of " + String.join(", ", switches.names()));
    }
    String name = named.getFirst();
    Runnable work = switches.read(name, step.object(name));
    if (!step.has("once")) {
      return new Step(name, null, step.span("atMillis", 0), work);
    }
    Input once = step.object("once");
    var trigger = new Trigger(Subject.of(once), once.object("when"));
    rules.check(trigger.when(), trigger.subject());
    return new Step(name, trigger, step.span("inMillis", 0), work);
  }
}
