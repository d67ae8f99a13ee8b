package pairdesk.bot.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.engine.market.PairId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.notice.Severity;
import pairdesk.engine.order.ExecutionId;

/**
 * Notices to messages on one virtual thread: one message per execution, edited as it goes; at most
 * one opportunity per pair and minute; bounded, so that a Discord that is down costs nothing.
 */
public final class Notifier implements Notices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int CAPACITY = 2_000;
  private static final int REMEMBERED = 1_000;
  private static final Duration OPPORTUNITY_PAUSE = Duration.ofMinutes(1);

  private final Messenger messenger;
  private final Places places;
  private final NoticeCards cards;
  private final BlockingQueue<Notice> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong dropped = new AtomicLong();
  private final Map<ExecutionId, Posted> executions = new Recent<>();
  private final Map<PairId, Instant> opportunities = new Recent<>();
  private final Thread thread;

  private record Posted(String message, Answer.Reply shown) {}

  public Notifier(Messenger messenger, Desk desk, Places places) {
    this.messenger = messenger;
    this.places = places;
    this.cards = new NoticeCards(desk);
    this.thread = Thread.ofVirtual().name("notifier").start(this::run);
  }

  @Override
  public void tell(Notice notice) {
    if (!queue.offer(notice)) {
      dropped.incrementAndGet();
      if (notice.severity() == Severity.ALARM) {
        LOG.atError().addKeyValue("notice", notice).log("an alarm could not be queued");
      }
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Notice next = queue.poll(1, TimeUnit.SECONDS);
        if (next != null) {
          handle(next);
        }
        reportDropped();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(Notice notice) {
    try {
      switch (notice) {
        case Notice.ExecutionChanged changed -> execution(changed);
        case Notice.OpportunityFound found -> opportunity(found);
        case Notice.Alarm alarm -> post(cards.alarm(alarm));
        case Notice.BreakerTripped tripped -> post(cards.breaker(tripped));
        case Notice.BreakerReset reset -> post(cards.reset(reset));
        case Notice.VenueChanged changed -> post(cards.venue(changed));
        case Notice.PairChanged changed -> post(cards.pair(changed));
        case Notice.ControlChanged changed -> audit(cards.control(changed));
      }
    } catch (RuntimeException e) { // a notice that cannot be drawn must not end the others
      LOG.atError()
          .addKeyValue("notice", notice.getClass().getSimpleName())
          .setCause(e)
          .log("notice not shown");
    }
  }

  private void execution(Notice.ExecutionChanged changed) {
    ExecutionId id = changed.execution().id();
    Answer.Reply reply = cards.execution(changed.execution());
    Posted posted = executions.get(id);
    if (posted == null) {
      messenger
          .post(places.deskChannel(), reply)
          .ifPresent(message -> executions.put(id, new Posted(message, reply)));
    } else if (!posted.shown().equals(reply)
        && messenger.edit(places.deskChannel(), posted.message(), reply)) {
      executions.put(id, new Posted(posted.message(), reply));
    }
  }

  private void opportunity(Notice.OpportunityFound found) {
    Optional<PairId> pair = cards.pairOf(found.opportunity());
    Instant last = pair.map(opportunities::get).orElse(null);
    if (last == null || Duration.between(last, found.at()).compareTo(OPPORTUNITY_PAUSE) >= 0) {
      pair.ifPresent(id -> opportunities.put(id, found.at()));
      post(cards.opportunity(found));
    }
  }

  private void post(Answer.Reply reply) {
    messenger.post(places.deskChannel(), reply);
  }

  private void audit(Answer.Reply reply) {
    post(reply);
    if (!places.auditChannel().isEmpty()) {
      messenger.post(places.auditChannel(), reply);
    }
  }

  private void reportDropped() {
    long lost = dropped.getAndSet(0);
    if (lost > 0 && messenger.post(places.deskChannel(), cards.dropped(lost)).isEmpty()) {
      dropped.addAndGet(lost);
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
