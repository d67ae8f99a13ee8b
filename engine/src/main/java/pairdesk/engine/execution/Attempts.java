package pairdesk.engine.execution;

import java.time.Instant;
import pairdesk.engine.execution.ExecutionSettings.Retries;

/**
 * Spaces the attempts of one stage, so that the same hopeless order is not repeated. What a newer
 * book shows is another order, and is sent at once.
 */
record Attempts(Retries retries, Stand stand, Scene scene) {

  /** The remedy's orders now, or a look when the next attempt may be made. */
  Step attempt(Execution execution, Remedy remedy, String note) {
    Instant earliest = earliest(execution, remedy);
    return scene.now().isBefore(earliest)
        ? Step.until(execution, earliest)
        : Step.wish(execution.tried(note, scene.now()), remedy.wishes());
  }

  /** After a no, what else there is to do is done at once. */
  private Instant earliest(Execution execution, Remedy remedy) {
    Execution.Tries tries = execution.stage().tries();
    boolean refused =
        tries.count() > 0
            && (stand.isRefusedSince(tries.last()) || scene.denials().isSince(tries.last()));
    boolean another = !retries.isPauseAfter(tries.count()) && isShownAnew(tries.last(), remedy);
    return refused || another ? Instant.EPOCH : tries.last().plus(retries.after(tries.count()));
  }

  /** By books that were confirmed after the last attempt had its answer. */
  private boolean isShownAnew(Instant last, Remedy remedy) {
    return remedy.wishes().stream()
        .map(wish -> stand.legs().get(wish.leg()))
        .allMatch(leg -> scene.bookAfter(leg.answered(last), leg.plan().instrument()).isPresent());
  }
}
