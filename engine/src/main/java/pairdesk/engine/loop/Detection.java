package pairdesk.engine.loop;

import java.util.List;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/** Who finds opportunities, and where what is found and done gets its id. */
public record Detection(List<Strategy> strategies, IdSource ids) {
  public Detection {
    strategies = List.copyOf(strategies);
  }
}
