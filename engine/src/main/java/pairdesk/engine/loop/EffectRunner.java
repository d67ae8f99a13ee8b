package pairdesk.engine.loop;

import java.util.List;

/**
 * Carries out what the engine asks, in the order given. Called on the engine thread: it hands the
 * work over and returns, and may wait only where a full journal makes it wait.
 */
public interface EffectRunner {
  void run(List<Effect> effects);
}
