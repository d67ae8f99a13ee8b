package pairdesk.bot.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Places;
import pairdesk.persistence.BoardStore;
import pairdesk.persistence.DatabaseException;

/**
 * One pinned message that always shows how the desk is. It is edited, never posted anew while it is
 * there; a desk that hangs shows itself by its age.
 */
public final class StatusBoard implements AutoCloseable {
  public static final Duration EVERY = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);
  private static final String NAME = "status";

  private final Messenger messenger;
  private final BoardStore store;
  private final Places places;
  private final Supplier<Card> card;
  private final Thread thread;

  /**
   * @param card how the desk is now
   * @param every between two edits
   */
  public StatusBoard(
      Messenger messenger, BoardStore store, Places places, Supplier<Card> card, Duration every) {
    this.messenger = messenger;
    this.store = store;
    this.places = places;
    this.card = card;
    this.thread = Thread.ofVirtual().name("status board").unstarted(() -> run(every));
  }

  public void start() {
    thread.start();
  }

  private void run(Duration every) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(every);
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Brings it up to date once. */
  void step() {
    try {
      show(new Answer.Reply(card.get(), List.of(), Answer.Audience.CHANNEL));
    } catch (DatabaseException e) {
      LOG.atWarn().addKeyValue("cause", e.getMessage()).log("the status message is not kept");
    }
  }

  private void show(Answer.Reply status) {
    Optional<BoardStore.Place> known =
        store.find(NAME).filter(place -> place.channel().equals(places.deskChannel()));
    boolean shown =
        known.isPresent() && messenger.edit(known.get().channel(), known.get().message(), status);
    if (!shown) {
      messenger
          .post(places.deskChannel(), status, new Loudness(true, java.util.Set.of()))
          .ifPresent(this::pinned);
    }
  }

  private void pinned(String message) {
    store.save(NAME, new BoardStore.Place(places.deskChannel(), message));
    messenger.pin(places.deskChannel(), message);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
