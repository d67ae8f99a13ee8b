package pairdesk.sandbox.wire.discord.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells every listener what happened, in order, on the thread that caused it. Listeners queue and
 * return.
 */
public final class Bulletin {
  private final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<Happening> listener) {
    listeners.add(listener);
  }

  public void tell(Happening happening) {
    listeners.forEach(listener -> listener.accept(happening));
  }
}
