package pairdesk.bot.app;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.loop.EngineEvent;

/** The engine's inbox for those who are made before the engine; none may report before it runs. */
final class LateInbox implements Consumer<EngineEvent> {
  private volatile @Nullable Consumer<EngineEvent> real;

  void connect(Consumer<EngineEvent> inbox) {
    real = inbox;
  }

  @Override
  public void accept(EngineEvent event) {
    Objects.requireNonNull(real, "the engine is not running yet").accept(event);
  }
}
