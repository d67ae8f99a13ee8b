package pairdesk.bot.app;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.halt.HaltBook;
import pairdesk.engine.control.Controls;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.Audit;
import pairdesk.persistence.ControlStore;
import pairdesk.persistence.Database;
import pairdesk.persistence.Pairs;
import pairdesk.persistence.Recovery;

/** The halt in the desk's database, reached again when it could not be reached. */
final class StoredHalt implements HaltBook, AutoCloseable {
  private final BesideDesk storage;
  private final Pairs.Request request;
  private final InstantSource clock;
  private @Nullable Database database;
  private boolean closed;

  StoredHalt(Configuration.Partial settings, Actor by, InstantSource clock) {
    this.storage = new BesideDesk(settings);
    this.request = new Pairs.Request(by, "cli", "");
    this.clock = clock;
  }

  @Override
  public void store(String reason) {
    Database reached = reached();
    new ControlStore(reached, new Audit(reached))
        .narrow(now -> new Controls(now.mode(), true, reason), request, clock.instant());
  }

  @Override
  public Recovered open() {
    return new Recovery(reached()).load(clock.instant());
  }

  private synchronized Database reached() {
    if (closed) {
      throw new IllegalStateException("the halt is over");
    }
    Database reached = database;
    if (reached == null) {
      reached = storage.connect();
      database = reached;
    }
    return reached;
  }

  @Override
  public synchronized void close() {
    closed = true;
    Database reached = database;
    if (reached != null) {
      reached.close();
    }
    storage.close();
  }
}
