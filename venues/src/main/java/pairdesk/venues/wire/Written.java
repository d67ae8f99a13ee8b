package pairdesk.venues.wire;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that may have arrived. To be awaited once, by any thread. */
public final class Written {
  private final Line line;
  private final @Nullable IOException failure;

  /**
   * @param failure of the write, which may have brought a part of it to the other side all the same
   */
  Written(Line line, @Nullable IOException failure) {
    this.line = line;
    this.failure = failure;
  }

  /**
   * Waits for the whole answer.
   *
   * @throws IOException when it does not come within the limit, or nobody can read it: then nothing
   *     is known of the request
   */
  public WireAnswer await(Duration limit) throws IOException {
    if (failure != null) {
      line.drop();
      throw failure;
    }
    return line.read(limit);
  }
}
