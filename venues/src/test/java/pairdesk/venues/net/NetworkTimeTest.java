package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NetworkTimeTest {
  private final MovingClock clock = new MovingClock("2026-11-20T10:00:00Z");
  private final TimeServer server = new TimeServer();
  private final NetworkTime time = new NetworkTime(null, clock);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void measuresHowFarTheWorldIsAhead() {
    assertEquals(Optional.empty(), time.offset());
    server.ahead = Duration.ofMillis(1_700);
    ask();
    assertEquals(Optional.of(Duration.ofMillis(1_700)), time.offset());
    server.ahead = Duration.ofMillis(-300);
    ask();
    assertEquals(Optional.of(Duration.ofMillis(-300)), time.offset());
  }

  @Test
  void doesNotUseServersThatAreNotInTime() {
    server.ahead = Duration.ofMillis(100);
    ask();
    server.ahead = Duration.ofSeconds(50);
    for (int stratum : new int[] {0, 16}) {
      server.stratum = stratum;
      ask();
    }
    server.stratum = 2;
    server.leap = 3;
    ask();
    assertEquals(Optional.of(Duration.ofMillis(100)), time.offset());
  }

  @Test
  void doesNotUseSlowAnswers() {
    server.takes = Duration.ofMillis(1_100);
    ask();
    assertEquals(Optional.empty(), time.offset());
  }

  @Test
  void forgetsInTime() {
    server.ahead = Duration.ofMillis(100);
    ask();
    clock.move(Duration.ofMinutes(31));
    assertEquals(Optional.empty(), time.offset());
  }

  @Test
  @Tag("fault:C1")
  void theWorseOfTwoOffsetsCounts() {
    assertEquals(Duration.ofMillis(40), time.worse(Duration.ofMillis(40)));
    server.ahead = Duration.ofMillis(-900);
    ask();
    assertEquals(Duration.ofMillis(-900), time.worse(Duration.ofMillis(40)));
    assertEquals(Duration.ofSeconds(2), time.worse(Duration.ofSeconds(2)));
  }

  @Test
  void asksAsSoonAsItStarts() {
    server.ahead = Duration.ofMillis(250);
    try (var asking = new NetworkTime(new NetworkTime.Server("127.0.0.1", server.port()), clock)) {
      asking.start();
      Await.until("measured", () -> asking.offset().isPresent());
      assertEquals(Optional.of(Duration.ofMillis(250)), asking.offset());
    }
    time.start();
    assertEquals(Optional.empty(), time.offset());
  }

  @Test
  void nobodyThereIsNoOffset() {
    server.close();
    time.ask(NetworkTime.Server.of("no-such-host.invalid"));
    assertTrue(time.offset().isEmpty());
  }

  private void ask() {
    time.ask(new NetworkTime.Server("127.0.0.1", server.port()));
  }

  /** Answers by the test's clock. */
  private final class TimeServer extends Thread {
    private final DatagramSocket socket;
    volatile Duration ahead = Duration.ZERO;
    volatile Duration takes = Duration.ZERO;
    volatile int stratum = 2;
    volatile int leap;

    TimeServer() {
      super("time-server");
      setDaemon(true);
      try {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      } catch (SocketException e) {
        throw new AssertionError(e);
      }
    }

    int port() {
      return socket.getLocalPort();
    }

    void close() {
      socket.close();
    }

    @Override
    public void run() {
      byte[] bytes = new byte[48];
      while (!socket.isClosed()) {
        try {
          var packet = new DatagramPacket(bytes, bytes.length);
          socket.receive(packet);
          answer(packet);
        } catch (IOException e) {
          return;
        }
      }
    }

    private void answer(DatagramPacket packet) throws IOException {
      NtpV3Packet asked = new NtpV3Impl();
      asked.setDatagramPacket(packet);
      NtpV3Packet answer = new NtpV3Impl();
      answer.setMode(NtpV3Packet.MODE_SERVER);
      answer.setStratum(stratum);
      answer.setLeapIndicator(leap);
      answer.setOriginateTimeStamp(asked.getTransmitTimeStamp());
      answer.setReceiveTimeStamp(stamp(clock.instant().plus(ahead)));
      answer.setTransmitTime(stamp(clock.instant().plus(ahead)));
      clock.move(takes);
      DatagramPacket out = answer.getDatagramPacket();
      out.setSocketAddress(packet.getSocketAddress());
      socket.send(out);
    }

    private TimeStamp stamp(Instant instant) {
      return TimeStamp.getNtpTime(instant.toEpochMilli());
    }
  }
}
