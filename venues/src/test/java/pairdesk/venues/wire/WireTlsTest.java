package pairdesk.venues.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.venues.net.Await;

class WireTlsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final char[] WORD = "changeit".toCharArray();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  /** Of a server that is called localhost, and of whoever trusts it. */
  @SuppressWarnings("NullAway.Init")
  private static SSLContext tls;

  @BeforeAll
  static void makeKey() throws Exception {
    Path file = folder.resolve("server.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    int made =
        new ProcessBuilder(
                "%s -genkeypair -alias s -keyalg EC -groupname secp256r1 -dname CN=localhost"
                    .concat(" -ext san=dns:localhost -storetype PKCS12 -storepass changeit")
                    .concat(" -validity 2 -keystore " + file)
                    .formatted(tool)
                    .split(" "))
            .inheritIO()
            .start()
            .waitFor();
    assertEquals(0, made);
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, WORD);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, WORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void ordersAreAnsweredAndTheConnectionServesAgain(String version) throws IOException {
    try (var server = new RawServer("https", sockets(version), RawServer.always(RawServer.OK));
        var wire = wire(server.address())) {
      WireTest.keep(wire);
      for (int i = 0; i < 4; i++) {
        assertEquals("{}", order(wire).await(LIMIT).body());
      }
      assertEquals(4, server.posts());
      WireTest.keep(wire);
      assertEquals(Wire.LINES, server.connections());
    }
  }

  @Test
  void aCertificateOfAnotherNameIsNotTalkedTo() throws IOException {
    try (var server = new RawServer("https", sockets("TLSv1.3"), RawServer.always(RawServer.OK));
        var wire = wire(server.address("127.0.0.1"))) {
      assertThrows(SSLException.class, () -> WireTest.keep(wire));
      assertFalse(wire.isWarm());
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void aCertificateOfNobodyWeTrustIsNotTalkedTo() throws IOException {
    try (var server = new RawServer("https", sockets("TLSv1.3"), RawServer.always(RawServer.OK));
        var wire = new Wire(server.address())) {
      assertThrows(SSLException.class, () -> WireTest.keep(wire));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void whoSpeaksAnotherProtocolOnlyIsLeftToOthers() throws IOException {
    var sockets = sockets("TLSv1.3", "h2");
    try (var server = new RawServer("https", sockets, RawServer.always(RawServer.OK));
        var wire = wire(server.address())) {
      assertThrows(IOException.class, () -> WireTest.keep(wire));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  @Tag("fault:R5")
  void aHandshakeThatDoesNotEndIsGivenUp() throws IOException {
    try (var silent = new ServerSocket(0);
        var wire = wire(URI.create("https://localhost:" + silent.getLocalPort()))) {
      var request = wire.request(new WireRequest.Asked("GET", "/", Map.of(), null)).orElseThrow();
      assertThrows(IOException.class, () -> wire.use(request, Duration.ofMillis(300)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aGoodByeWhileAtRestIsNoticedBeforeAnOrderIsWritten(String version) throws IOException {
    var allWarm = new CountDownLatch(1);
    RawServer.Manners closing =
        RawServer.thenOnce(talk -> {
          try {
            allWarm.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    try (var server = new RawServer("https", sockets(version), closing);
        var wire = wire(server.address())) {
      WireTest.keep(wire);
      allWarm.countDown();
      Await.until("all closed", () -> server.connections() == 0);
      assertTrue(wire.take().isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  @Tag("fault:R1")
  void anAnswerThatIsCutOffLeavesItUnknown(String version) throws IOException {
    RawServer.Manners cutting =
        RawServer.thenOnce(talk -> {
          talk.hears();
          talk.says("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
          talk.resets();
        });
    try (var server = new RawServer("https", sockets(version), cutting);
        var wire = wire(server.address())) {
      WireTest.keep(wire);
      assertThrows(IOException.class, () -> order(wire).await(LIMIT));
      assertEquals(1, server.posts());
    }
  }

  @Test
  @Tag("fault:R28")
  void aSilentServerIsGivenUpAtTheLimit() throws IOException {
    try (var server =
            new RawServer("https", sockets("TLSv1.3"), RawServer.thenOnce(RawServer.Talk::waits));
        var wire = wire(server.address())) {
      WireTest.keep(wire);
      Written order = order(wire);
      assertThrows(IOException.class, () -> order.await(Duration.ofMillis(300)));
    }
  }

  private static Written order(Wire wire) {
    var asked = new WireRequest.Asked("POST", "/orders", Map.of(), "{}");
    return wire.take().orElseThrow().write(wire.request(asked).orElseThrow());
  }

  private static Wire wire(URI address) {
    return new Wire(address, () -> tls.getSocketFactory());
  }

  private static ServerSocketFactory sockets(String version, String... protocols) {
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
          throws IOException {
        var socket =
            (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(port, backlog, address);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        return socket;
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
      }

      @Override
      public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 50);
      }
    };
  }
}
