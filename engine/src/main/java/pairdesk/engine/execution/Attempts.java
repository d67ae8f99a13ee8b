package pairdesk.engine.execution;

import java.time.Instant;
import pairdesk.engine.execution.ExecutionSettings.Retries;

/** Spaces the attempts of one stage. */
final class Attempts {
  private Attempts() {}

  /** The remedy's order now, or a look when the next attempt may be made. */
  static Step attempt(
      Retries retries, Execution execution, Remedy remedy, String note, Scene scene) {
    Execution.Tries tries = execution.stage().tries();
    Instant earliest = tries.last().plus(retries.after(tries.count()));
    return scene.now().isBefore(earliest)
        ? Step.until(execution, earliest)
        : Step.wish(execution.tried(note, scene.now()), remedy.wish());
  }
}
