package pairdesk.venues.net;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the world's clocks say against ours, by SNTP (RFC 4330). An answer counts when it comes from
 * a server that is itself in time and when it came quickly: half of the round trip is the most that
 * it can be wrong by. Safe for many threads.
 */
public final class NetworkTime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkTime.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SLOWEST = Duration.ofSeconds(1);

  /** An offset older than this says nothing any more. */
  private static final Duration MEMORY = Duration.ofMinutes(30);

  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int UNSYNCHRONISED = 3;

  private final @Nullable Server server;
  private final InstantSource clock;
  private volatile @Nullable Measured last;
  private @Nullable Thread thread;

  /**
   * @param host for example {@code time.cloudflare.com}
   * @param port usually 123
   */
  public record Server(String host, int port) {
    private static final int NTP = 123;

    public static Server of(String host) {
      return new Server(host, NTP);
    }
  }

  private record Measured(Duration offset, Instant at) {}

  /**
   * @param server null: none is asked
   */
  public NetworkTime(@Nullable Server server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /** Asks now and every five minutes. */
  public synchronized void start() {
    Server asked = server;
    if (asked != null) {
      thread = Thread.ofVirtual().name("network-time").start(() -> run(asked));
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run(Server asked) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        ask(asked);
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      LOG.debug("asking for the time ended");
    }
  }

  /** The world's clock less ours; empty when nobody has answered lately. */
  public Optional<Duration> offset() {
    Instant oldest = clock.instant().minus(MEMORY);
    return Optional.ofNullable(last)
        .filter(measured -> measured.at().isAfter(oldest))
        .map(Measured::offset);
  }

  /** Of the world's and a venue's offset the one further off: either is a reason not to trade. */
  public Duration worse(Duration venue) {
    return offset().filter(own -> own.abs().compareTo(venue.abs()) > 0).orElse(venue);
  }

  /** Asks once, blocking. What cannot be asked is asked again next time. */
  void ask(Server asked) {
    try (var client = new NTPUDPClient()) {
      client.setDefaultTimeout(PATIENCE);
      client.open();
      Instant sent = clock.instant();
      NtpV3Packet answer =
          client.getTime(InetAddress.getByName(asked.host()), asked.port()).getMessage();
      judge(asked, answer, sent, clock.instant());
    } catch (IOException e) {
      LOG.atDebug()
          .addKeyValue("server", asked.host())
          .addKeyValue("cause", e.getMessage())
          .log("no answer about the time");
    }
  }

  private void judge(Server asked, NtpV3Packet answer, Instant sent, Instant received) {
    Instant arrived = instant(answer.getReceiveTimeStamp());
    Instant answered = instant(answer.getTransmitTimeStamp());
    Duration trip = Duration.between(sent, received).minus(Duration.between(arrived, answered));
    boolean usable =
        answer.getStratum() > 0
            && answer.getStratum() < 16
            && answer.getLeapIndicator() != UNSYNCHRONISED
            && !trip.isNegative()
            && trip.compareTo(SLOWEST) <= 0;
    if (!usable) {
      LOG.atDebug().addKeyValue("server", asked.host()).log("an answer about the time not used");
      return;
    }
    Duration offset =
        Duration.between(sent, arrived).plus(Duration.between(received, answered)).dividedBy(2);
    last = new Measured(offset, received);
  }

  private static Instant instant(TimeStamp stamp) {
    return Instant.ofEpochMilli(stamp.getTime());
  }
}
