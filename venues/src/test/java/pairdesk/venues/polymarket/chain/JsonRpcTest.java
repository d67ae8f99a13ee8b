package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;

class JsonRpcTest {
  private static final String PATH = "/v2/secret-key";

  private final MockWebServer server = new MockWebServer();
  private final Transport transport = new Transport();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  private JsonRpc node() {
    URI address = server.url(PATH).uri();
    return new JsonRpc(transport, address, Duration.ofSeconds(5), LocalChain.CHANCE);
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  @Test
  void asksAtTheVeryAddressOfTheSettings() throws InterruptedException {
    answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x89\"}");
    assertEquals("0x89", node().text("eth_call", "0x1", true));
    RecordedRequest request = server.takeRequest();
    assertEquals(PATH, request.getUrl().encodedPath());
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_call\",\"params\":[\"0x1\",true]}",
        FakeRelayer.body(request));
  }

  @Test
  void tellsTheNodesReasonAndNotTheAddress() {
    answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"no\"}}");
    answer("");
    JsonRpc node = node();
    var refused = assertThrows(VenueException.class, () -> node.text("eth_call"));
    assertEquals("eth_call: no", refused.getMessage());
    var empty = assertThrows(VenueException.class, () -> node.text("eth_call"));
    assertFalse(String.valueOf(empty.getMessage()).contains("secret"), empty.getMessage());
  }

  @Test
  void takesAPageForNoAnswer() {
    answer("<html>");
    assertInstanceOf(JsonRpc.Sent.Unknown.class, node().send("eth_sendRawTransaction", "0x1"));
  }
}
