package pairdesk.venues.polymarket.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;

/** A relayer that goes through the states that it is told. */
public final class FakeRelayer implements AutoCloseable {
  private static final String HASH = "0x" + "ab".repeat(32);

  private final MockWebServer server = new MockWebServer();
  private final List<Submission> submissions = new CopyOnWriteArrayList<>();
  private final Deque<String> states = new ArrayDeque<>();
  private boolean deployed = true;
  private int status = 200;
  private Loss loss = Loss.NOTHING;

  /** What arrived at /submit. */
  record Submission(String body, String builderSignature) {}

  private enum Loss {
    NOTHING,
    ANSWER,
    SUBMISSION
  }

  public void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  List<Submission> submissions() {
    return submissions;
  }

  /** One after the other; the last stays. */
  public synchronized void states(String... named) {
    states.clear();
    states.addAll(List.of(named));
  }

  synchronized void undeployed() {
    deployed = false;
  }

  synchronized void refuse(int with) {
    status = with;
  }

  /**
   * @param kept whether the relayer has the submission all the same
   */
  synchronized void loseAnswer(boolean kept) {
    loss = kept ? Loss.ANSWER : Loss.SUBMISSION;
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    return switch (request.getUrl().encodedPath()) {
      case "/deployed" -> json("{\"deployed\":" + deployed + "}");
      case "/nonce", "/v1/account/transactions/params" -> json("{\"nonce\":\"31\"}");
      case "/relay-payload" ->
          json("{\"address\":\"0xae700edfd9ab986395f3999fe11177b9903a52f1\",\"nonce\":\"31\"}");
      case "/submit" -> submit(request);
      case "/transaction" -> json("[" + transaction() + "]");
      case "/transactions" ->
          json(submissions.isEmpty() || loss == Loss.SUBMISSION ? "[]" : "[" + transaction() + "]");
      default -> new MockResponse.Builder().code(404).build();
    };
  }

  private MockResponse submit(RecordedRequest request) {
    submissions.add(
        new Submission(
            body(request), String.valueOf(request.getHeaders().get("POLY_BUILDER_SIGNATURE"))));
    if (loss != Loss.NOTHING) {
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    return status == 200
        ? json("{\"transactionID\":\"0190b317\",\"state\":\"STATE_NEW\"}")
        : new MockResponse.Builder().code(status).body("{\"error\":\"no\"}").build();
  }

  /** What the request carried; empty when nothing. */
  static String body(RecordedRequest request) {
    ByteString body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  private String transaction() {
    String state = states.size() > 1 ? states.removeFirst() : states.getFirst();
    try {
      var mapper = new JsonMapper();
      String signature = mapper.readTree(submissions.getLast().body()).get("signature").asText();
      return mapper.writeValueAsString(
          Map.of("state", state, "transactionHash", HASH, "signature", signature));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON", e);
    }
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
