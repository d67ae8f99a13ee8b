package pairdesk.venues.polymarket.chain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Passes everything on to a node, but loses transactions, or the answers to them. */
final class LossyNode implements AutoCloseable {
  enum Loss {
    REQUEST,
    ANSWER
  }

  private final URI node;
  private final Loss loss;
  private final MockWebServer server = new MockWebServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger sent = new AtomicInteger();

  LossyNode(URI node, Loss loss) throws IOException {
    this.node = node;
    this.loss = loss;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(FakeRelayer.body(request));
          }
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** How many transactions arrived. */
  int sent() {
    return sent.get();
  }

  private MockResponse answer(String body) throws InterruptedException {
    boolean transaction = body.contains("eth_sendRawTransaction");
    if (transaction) {
      sent.incrementAndGet();
    }
    String answer = transaction && loss == Loss.REQUEST ? "" : passOn(body);
    return transaction
        ? new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build()
        : new MockResponse.Builder().body(answer).build();
  }

  private String passOn(String body) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(node).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException("the node behind is gone", e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
