package pairdesk.engine.execution;

import java.time.Instant;
import pairdesk.engine.execution.ExecutionSettings.Retries;

/** Spaces the attempts of one stage. */
record Attempts(Retries retries, Stand stand, Scene scene) {

  /** The remedy's orders now, or a look when the next attempt may be made. */
  Step attempt(Execution execution, Remedy remedy, String note) {
    Instant earliest = earliest(execution.stage().tries());
    return scene.now().isBefore(earliest)
        ? Step.until(execution, earliest)
        : Step.wish(execution.tried(note, scene.now()), remedy.wishes());
  }

  /** After a no, what else there is to do is done at once. */
  private Instant earliest(Execution.Tries tries) {
    boolean refused =
        tries.count() > 0
            && (stand.isRefusedSince(tries.last()) || scene.denials().isSince(tries.last()));
    return refused ? Instant.EPOCH : tries.last().plus(retries.after(tries.count()));
  }
}
