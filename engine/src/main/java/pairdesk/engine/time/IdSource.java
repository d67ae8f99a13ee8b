package pairdesk.engine.time;

/**
 * Where new identities come from. Passed in, so that a seed reproduces a run.
 *
 * <p>Called from the engine thread only.
 */
public interface IdSource {

  /**
   * A new id, unique for ever: time-ordered and random, of {@code [0-9a-z]}, 20 to 32 characters.
   */
  String next();
}
