package pairdesk.bot.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.notice.Severity;
import pairdesk.engine.order.ExecutionId;

/**
 * Notices to messages on one virtual thread: one message per execution, edited as it goes; at most
 * one opportunity per pair and minute; bounded, so that a Discord that is down costs nothing. What
 * could not be shown is counted, and executions are brought up to date, when Discord is back.
 */
public final class Notifier implements Notices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int CAPACITY = 2_000;
  private static final int REMEMBERED = 1_000;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration OPPORTUNITY_PAUSE = Duration.ofMinutes(1);

  private final Messenger messenger;
  private final Places places;
  private final NoticeCards cards;
  private final NoticeWishes wishes;
  private final BlockingQueue<Notice> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong dropped = new AtomicLong();
  private final Map<ExecutionId, Posted> executions = new Recent<>();

  /** Executions whose message does not show their newest state yet. */
  private final Map<ExecutionId, Notice.ExecutionChanged> behind = new Recent<>();

  private final Map<PairId, Instant> opportunities = new Recent<>();
  private final Consumer<Pair> suspended;
  private final Thread thread;

  private record Posted(String message, Answer.Reply shown) {}

  /**
   * @param suspended puts a pair whose rules changed before people again; may block
   */
  public Notifier(Messenger messenger, Desk desk, Places places, Consumer<Pair> suspended) {
    this.suspended = suspended;
    this.messenger = messenger;
    this.places = places;
    this.cards = new NoticeCards(desk);
    this.wishes = new NoticeWishes(desk);
    this.thread = Thread.ofVirtual().name("notifier").start(this::run);
  }

  @Override
  public void tell(Notice notice) {
    boolean queued = queue.offer(notice);
    if (!queued && notice.severity() == Severity.ALARM && queue.poll() != null) {
      queued = queue.offer(notice); // the oldest makes room
      dropped.incrementAndGet();
    }
    if (!queued) {
      dropped.incrementAndGet();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Notice next = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          NoticeLog.write(next);
          handle(next);
        } else {
          catchUp();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** In a quiet moment: what could not be shown before. */
  private void catchUp() {
    for (Notice.ExecutionChanged late : List.copyOf(behind.values())) {
      handle(late);
      if (behind.containsKey(late.execution().id())) {
        return;
      }
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0 && messenger.post(places.deskChannel(), cards.dropped(lost)).isEmpty()) {
      dropped.addAndGet(lost);
    }
  }

  private void handle(Notice notice) {
    NoticeKind kind = NoticeKind.of(notice);
    try {
      if (wishes.isOff(kind)) {
        return;
      }
      Loudness how = wishes.loudness(kind);
      switch (notice) {
        case Notice.ExecutionChanged changed -> execution(changed, how);
        case Notice.OpportunityFound found -> opportunity(found, how);
        case Notice.Alarm alarm -> post(cards.alarm(alarm), how);
        case Notice.BreakerTripped tripped -> post(cards.breaker(tripped), how);
        case Notice.BreakerReset reset -> post(cards.reset(reset), how);
        case Notice.VenueChanged changed -> post(cards.venue(changed), how);
        case Notice.PairChanged changed -> pair(changed, how);
        case Notice.PaidOut paid -> post(cards.paidOut(paid), how);
        case Notice.ControlChanged changed -> audit(cards.control(changed), how);
      }
    } catch (RuntimeException e) { // a notice that cannot be drawn must not end the others
      LOG.atError()
          .addKeyValue("notice", notice.getClass().getSimpleName())
          .setCause(e)
          .log("notice not shown");
    }
  }

  private void execution(Notice.ExecutionChanged changed, Loudness how) {
    ExecutionId id = changed.execution().id();
    Answer.Reply reply = cards.execution(changed.execution());
    Posted posted = executions.get(id);
    Optional<String> message =
        posted == null
            ? messenger.post(places.deskChannel(), reply, how)
            : Optional.of(posted.message()).filter(m -> isShown(posted, reply));
    if (message.isPresent()) {
      executions.put(id, new Posted(message.get(), reply));
      behind.remove(id);
    } else {
      behind.put(id, changed);
    }
  }

  private boolean isShown(Posted posted, Answer.Reply reply) {
    return posted.shown().equals(reply)
        || messenger.edit(places.deskChannel(), posted.message(), reply);
  }

  private void pair(Notice.PairChanged changed, Loudness how) {
    post(cards.pair(changed), how);
    if (changed.pair().status() == PairStatus.SUSPENDED) {
      suspended.accept(changed.pair());
    }
  }

  private void opportunity(Notice.OpportunityFound found, Loudness how) {
    Optional<PairId> pair = cards.pairOf(found.opportunity());
    Instant last = pair.map(opportunities::get).orElse(null);
    if (last == null || Duration.between(last, found.at()).compareTo(OPPORTUNITY_PAUSE) >= 0) {
      pair.ifPresent(id -> opportunities.put(id, found.at()));
      post(cards.opportunity(found), how);
    }
  }

  private void post(Answer.Reply reply, Loudness how) {
    if (messenger.post(places.deskChannel(), reply, how).isEmpty()) {
      dropped.incrementAndGet();
    }
  }

  private void audit(Answer.Reply reply, Loudness how) {
    post(reply, how);
    if (!places.auditChannel().isEmpty()) {
      messenger.post(places.auditChannel(), reply);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
