package pairdesk.bot.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Desk;
import pairdesk.persistence.DatabaseException;
import pairdesk.persistence.NoticeStore;

/**
 * What people have set about notices, read again every few seconds; the last known when it fails.
 */
final class NoticeWishes {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeWishes.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Desk desk;
  private NoticeStore.Wishes known = NoticeStore.Wishes.NONE;
  private Instant readAt = Instant.MIN;

  NoticeWishes(Desk desk) {
    this.desk = desk;
  }

  boolean isOff(NoticeKind kind) {
    return kind.mayBeOff() && now().level(kind.word()) == NoticeStore.Level.OFF;
  }

  Loudness loudness(NoticeKind kind) {
    NoticeStore.Wishes wishes = now();
    boolean silent = wishes.level(kind.word()) != NoticeStore.Level.ON;
    return new Loudness(silent, silent ? Set.of() : wishes.calls(kind.word()));
  }

  private NoticeStore.Wishes now() {
    Instant now = desk.clock().instant();
    if (readAt.isBefore(now.minus(FRESH))) {
      readAt = now;
      try {
        known = desk.rows().notices().wishes();
      } catch (DatabaseException e) {
        LOG.atDebug().setCause(e).log("wishes about notices are not read");
      }
    }
    return known;
  }
}
