package pairdesk.venues.kalshi;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.kalshi.KalshiWire.Delta;
import pairdesk.venues.kalshi.KalshiWire.Mark;
import pairdesk.venues.kalshi.KalshiWire.Message;
import pairdesk.venues.net.Redactor;

/**
 * Books and market life from the socket. A gap in the numbers puts all books in doubt and asks for
 * their snapshots, at most once a second each; they come on the same subscription, and what follows
 * a snapshot fits it.
 */
final class KalshiStream implements KalshiSocket.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiStream.class);
  private static final String BOOKS = "orderbook_delta";
  private static final String LIFE = "market_lifecycle_v2";
  private static final Duration SNAPSHOT_DUE = Duration.ofSeconds(3);

  /** One gap may follow the other; an answer to the first request repairs them all. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  private static final long LATEST_MILLIS = 5_000;
  private static final int ASKED_IN_VAIN = 3;
  private static final long CHANNEL_FAILED = 10;
  private static final long BUFFER_OVERFLOW = 25;
  private static final long UNKNOWN_SID = -1;

  private final KalshiSocket socket;
  private final KalshiBooks books;
  private final KalshiLink link;
  private final KalshiFeeWatch fees;
  private final LongSupplier venueMillis;
  private final KalshiSequence sequence = new KalshiSequence();
  private final Set<String> logged = ConcurrentHashMap.newKeySet();
  private volatile long bookSid = UNKNOWN_SID;

  /** Books asked for on this connection; null while there is none. */
  private @Nullable Set<String> subscribed;

  private int askedInVain;

  /**
   * @param venueMillis the venue's clock as far as we know it
   */
  KalshiStream(KalshiSocket.Opener opener, KalshiPoller.Parts parts, LongSupplier venueMillis) {
    this.books = parts.books();
    this.link = parts.link();
    this.fees = parts.fees();
    this.venueMillis = venueMillis;
    this.socket = opener.open(this);
  }

  void start() {
    socket.start();
  }

  /** Follows a change of the watched set; without a connection, the next one asks for all. */
  synchronized void watch(KalshiBooks.Change change) {
    Set<String> asked = subscribed;
    if (asked == null) {
      return;
    }
    socket.subscribe(BOOKS, change.added().stream().filter(asked::add).toList());
    asked.removeAll(change.removed());
    long sid = bookSid;
    if (sid != UNKNOWN_SID) {
      socket.leave(sid, change.removed());
    }
  }

  /**
   * Asks again for what should have come: called regularly by the poller's thread.
   *
   * @param disagreed books that a poll has just put in doubt
   */
  void repair(Set<String> disagreed) {
    Set<String> waiting = books.waiting(SNAPSHOT_DUE);
    askedInVain = waiting.isEmpty() ? 0 : askedInVain + 1;
    if (askedInVain > ASKED_IN_VAIN) {
      askedInVain = 0;
      if (waiting.size() == books.tickers().size()) {
        socket.reconnect("no snapshot came");
      } else {
        books.pollOnly(waiting);
      }
      return;
    }
    var wanted = new HashSet<>(disagreed);
    wanted.addAll(waiting);
    ask(wanted);
  }

  @Override
  public synchronized void opened() {
    sequence.restart();
    bookSid = UNKNOWN_SID;
    List<String> tickers = books.tickers();
    subscribed = new HashSet<>(tickers);
    books.asked(tickers);
    books.termsInDoubt(tickers);
    socket.subscribe(LIFE);
    socket.subscribe(BOOKS, tickers);
    link.stream("");
  }

  @Override
  public void received(Message message) {
    Mark mark = message.mark();
    if (mark != null && !isNew(mark.sid(), mark.seq())) {
      return;
    }
    switch (message) {
      case KalshiWire.Snapshot snapshot -> books.snapshot(snapshot.book());
      case Delta delta -> {
        if (inTime(delta.at().toEpochMilli()) && !books.delta(delta)) {
          ask(Set.of(delta.ticker()));
        }
      }
      case KalshiWire.Lifecycle life -> books.termsInDoubt(List.of(life.ticker()));
      case KalshiWire.FeesChanged(var _, String event) -> fees.changed(event);
      case KalshiWire.Subscribed subscribed -> {
        if (subscribed.channel().equals(BOOKS)) {
          bookSid = subscribed.sid();
        }
      }
      case KalshiWire.Failure failure -> failed(failure);
      case KalshiWire.Acknowledged _ -> {}
      case KalshiWire.OwnFill _, KalshiWire.OwnOrder _, KalshiWire.OwnPosition _ ->
          once("a private message");
      case KalshiWire.Other other -> once("message type " + other.type());
    }
  }

  @Override
  public void changed(KalshiHotFrame frame) {
    if (isNew(frame.sid(), frame.seq()) && inTime(frame.atMillis()) && !books.delta(frame)) {
      ask(Set.of(frame.ticker()));
    }
  }

  @Override
  public void lost(String cause) {
    forget();
    books.doubtAll("stream lost: " + cause);
    link.stream("stream lost: " + cause);
  }

  private synchronized void forget() {
    bookSid = UNKNOWN_SID;
    subscribed = null;
  }

  @Override
  public void close() {
    socket.close();
  }

  /** False for what was seen before. Notices when something is missing before it. */
  private boolean isNew(long sid, long seq) {
    return switch (sequence.step(sid, seq)) {
      case REPEATED -> false;
      case NEXT -> true;
      case GAP -> {
        gap(sid, seq);
        yield true;
      }
    };
  }

  private void gap(long sid, long seq) {
    if (sid != bookSid) {
      books.termsInDoubt(books.tickers());
      return;
    }
    books.doubtAll("gap in the stream");
    Set<String> unasked = books.waiting(ASK_AGAIN);
    if (!unasked.isEmpty()) {
      LOG.atWarn().addKeyValue("seq", seq).addKeyValue("books", unasked.size()).log("stream gap");
      ask(unasked);
    }
  }

  /** False when the venue's messages come too late: then the connection is given up. */
  private boolean inTime(long atMillis) {
    long late = venueMillis.getAsLong() - atMillis;
    if (late <= LATEST_MILLIS) {
      return true;
    }
    books.doubtAll("the stream is late by " + late + " ms");
    socket.reconnect("messages come " + late + " ms late");
    return false;
  }

  private void ask(Set<String> tickers) {
    if (tickers.isEmpty()) {
      return;
    }
    books.asked(tickers);
    long sid = bookSid;
    if (sid == UNKNOWN_SID) {
      socket.subscribe(BOOKS, tickers);
    } else {
      socket.snapshots(sid, tickers);
    }
  }

  private void failed(KalshiWire.Failure failure) {
    if (failure.code() == CHANNEL_FAILED || failure.code() == BUFFER_OVERFLOW) {
      socket.reconnect("stream error " + failure.code());
    } else {
      once("stream error " + failure.code() + " " + Redactor.redact(failure.text()));
    }
  }

  /** Says a thing the first time it is seen, so that nothing vanishes in silence. */
  private void once(String what) {
    if (logged.size() < 100 && logged.add(what)) {
      LOG.atInfo().addKeyValue("what", what).log("not used");
    }
  }
}
