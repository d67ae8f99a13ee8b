package pairdesk.venues.net;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.wire.Line;
import pairdesk.venues.wire.Wire;
import pairdesk.venues.wire.WireAnswer;
import pairdesk.venues.wire.WireRequest;
import pairdesk.venues.wire.Written;

/**
 * Calls to one base address. Every call has an absolute deadline that covers waiting for the rate
 * budget, connecting and the last byte of the answer. Blocking; called on virtual threads.
 */
public final class HttpApi {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final long LARGEST_ANSWER = 32L << 20;
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Transport transport;
  private final String base;
  private final String basePath;
  private final Wire wire;
  private final HttpSigner signer;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param base without a slash at the end, for example {@code https://host/trade-api/v2}
   * @throws IllegalArgumentException when the base is plain text to another machine
   */
  public HttpApi(Transport transport, URI base, HttpSigner signer, Chance chance) {
    this.transport = transport;
    this.base = Transport.checked(base, "https").toString();
    this.basePath = base.getPath();
    this.wire = transport.wire(base);
    this.signer = signer;
    this.clock = chance.clock();
    this.random = chance.random();
  }

  /** The venue's clock less ours, by all answers of this transport. */
  public Duration clockOffset() {
    return transport.clockOffset().estimate();
  }

  /**
   * Sends the call exactly once and says what became of it. For every call that changes something.
   */
  public HttpOutcome send(HttpCall call, Duration limit) {
    return send(call, limit, limit);
  }

  /**
   * As above, with a moment after which the request must not leave any more.
   *
   * @param leaveWithin NotSent when no byte left until then
   */
  public HttpOutcome send(HttpCall call, Duration leaveWithin, Duration limit) {
    return attempt(call, new SendMark(Deadline.in(leaveWithin)), Deadline.in(limit));
  }

  /**
   * As above, in two halves: where a connection waits for it, its signature is ready and the budget
   * has room, the request is written before this returns, which does not wait for anything.
   * Otherwise it leaves while it is awaited.
   */
  public Sending begin(HttpCall call, Duration leaveWithin, Duration limit) {
    var mark = new SendMark(Deadline.in(leaveWithin));
    var deadline = Deadline.in(limit);
    Instant sent = clock.instant();
    return wire.isWarm()
        ? written(call, mark)
            .map(written -> Sending.left(() -> answer(call, written, sent, deadline)))
            .orElseGet(() -> Sending.later(() -> attempt(call, mark, deadline)))
        : Sending.later(() -> attempt(call, mark, deadline));
  }

  /** Empty when nothing has left and nobody has paid. */
  private Optional<Written> written(HttpCall call, SendMark mark) {
    Optional<WireRequest> request = wireRequest(call);
    Optional<Line> taken = request.isEmpty() ? Optional.empty() : wire.take();
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Line line = taken.get();
    if (mark.leaveBy().left().isZero() || !call.toll().payNow()) {
      line.giveBack();
      return Optional.empty();
    }
    return Optional.of(line.write(request.get()));
  }

  private Optional<WireRequest> wireRequest(HttpCall call) {
    String target = call.target().equals("/") ? basePath : basePath + call.target();
    return signer
        .ready(call, basePath + withoutQuery(call.target()))
        .flatMap(headers ->
            wire.request(new WireRequest.Asked(call.method(), target, headers, call.body())));
  }

  private HttpOutcome answer(HttpCall call, Written written, Instant sent, Deadline deadline) {
    try {
      WireAnswer answer = written.await(deadline.left());
      observeClock(answer.headers(), sent);
      return heeded(
          call, new HttpOutcome.Answered(answer.status(), answer.headers(), answer.body()));
    } catch (IOException e) {
      return new HttpOutcome.Unknown(reason(e));
    }
  }

  /**
   * Opens what is missing of the connections on which calls leave at once, and uses each of them
   * for this reading. Blocking.
   *
   * @throws VenueException when one is not answered
   */
  public void keepWarm(HttpCall reading, Duration limit) {
    for (int line = 0; line < Wire.LINES; line++) {
      keepWarm(reading, Deadline.in(limit));
    }
  }

  private void keepWarm(HttpCall reading, Deadline deadline) {
    try {
      Optional<WireRequest> request = wireRequest(reading);
      if (request.isPresent() && reading.toll().pay(deadline)) {
        Instant sent = clock.instant();
        WireAnswer answer = wire.use(request.get(), deadline.left());
        observeClock(answer.headers(), sent);
        heeded(reading, new HttpOutcome.Answered(answer.status(), answer.headers(), answer.body()));
      }
    } catch (IOException e) {
      throw new VenueException(reading + ": " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VenueException(reading + ": interrupted", e);
    }
  }

  /**
   * Reads, again after a pause while the venue is unreachable or busy (429, 425, 408, 5xx).
   *
   * @return the answer, of whatever other status
   * @throws VenueException when the limit passed without one
   */
  public HttpOutcome.Answered read(HttpCall call, Duration limit) {
    var deadline = Deadline.in(limit);
    var backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    for (; ; ) {
      HttpOutcome outcome = attempt(call, null, deadline);
      if (outcome instanceof HttpOutcome.Answered answer && !isBusy(answer.status())) {
        return answer;
      }
      Duration pause = longer(backoff.next(), retryAfter(outcome));
      if (pause.compareTo(deadline.left()) >= 0) {
        throw new VenueException(call + ": " + describe(outcome));
      }
      LOG.atDebug()
          .addKeyValue("call", call)
          .addKeyValue("outcome", describe(outcome))
          .log("reading again");
      sleep(pause, call);
    }
  }

  /**
   * @param once the mark of a call that may leave once; null for a reading
   */
  private HttpOutcome attempt(HttpCall call, @Nullable SendMark once, Deadline deadline) {
    SendMark mark = once == null ? new SendMark(deadline) : once;
    try {
      if (!call.toll().pay(mark.leaveBy().earlier(deadline))) {
        return new HttpOutcome.NotSent("rate budget used up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpOutcome.NotSent("interrupted before sending");
    }
    long left = deadline.left().toMillis();
    if (left <= 0) {
      return new HttpOutcome.NotSent("deadline passed before sending");
    }
    Call ready = transport.client().newCall(request(call, once != null, mark));
    ready.timeout().timeout(left, TimeUnit.MILLISECONDS);
    return heeded(call, execute(ready, mark));
  }

  private static HttpOutcome heeded(HttpCall call, HttpOutcome outcome) {
    if (outcome instanceof HttpOutcome.Answered answer && answer.status() == 429) {
      call.toll().bucket().refused(retryAfter(answer));
    }
    return outcome;
  }

  private HttpOutcome execute(Call call, SendMark mark) {
    Instant sent = clock.instant();
    try (Response response = call.execute()) {
      Map<String, String> headers = headers(response);
      observeClock(headers, sent);
      String body = body(response);
      return body == null
          ? new HttpOutcome.Unknown("answer larger than " + LARGEST_ANSWER + " bytes")
          : new HttpOutcome.Answered(response.code(), headers, body);
    } catch (IOException e) {
      return mark.begun() ? new HttpOutcome.Unknown(reason(e)) : new HttpOutcome.NotSent(reason(e));
    }
  }

  private static String reason(IOException e) {
    return Redactor.redact(e.getClass().getSimpleName() + ": " + e.getMessage());
  }

  /** What lay in a cache on the way carries the hour at which it was put there. */
  private void observeClock(Map<String, String> headers, Instant sent) {
    if ("0".equals(headers.getOrDefault("age", "0"))) {
      transport.clockOffset().observe(headers.get("date"), sent, clock.instant());
    }
  }

  private Request request(HttpCall call, boolean once, SendMark mark) {
    String path = basePath + withoutQuery(call.target());
    var request = new Request.Builder().url(address(call.target())).tag(SendMark.class, mark);
    signer.headers(call, path).forEach(request::header);
    return request.method(call.method(), OneShotBody.of(call, once)).build();
  }

  /** The slash alone is the base address itself, which may be one that tells slashes apart. */
  private String address(String target) {
    return target.equals("/") ? base : base + target;
  }

  private static @Nullable String body(Response response) throws IOException {
    BufferedSource source = response.body().source();
    return source.request(LARGEST_ANSWER + 1) ? null : source.readUtf8();
  }

  private static Map<String, String> headers(Response response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
    return headers;
  }

  private static boolean isBusy(int status) {
    return status == 429 || status == 425 || status == 408 || status >= 500;
  }

  private static Duration retryAfter(HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Answered answer ->
          answer
              .header("retry-after")
              .filter(seconds -> seconds.matches("\\d{1,4}"))
              .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
              .orElse(Duration.ZERO);
      case HttpOutcome.NotSent _, HttpOutcome.Unknown _ -> Duration.ZERO;
    };
  }

  private static String describe(HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.Answered a -> "HTTP " + a.status() + " " + Redactor.redact(a.body());
      case HttpOutcome.NotSent notSent -> "not sent, " + notSent.reason();
      case HttpOutcome.Unknown unknown -> unknown.reason();
    };
  }

  private static void sleep(Duration pause, HttpCall call) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VenueException(call + ": interrupted", e);
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static String withoutQuery(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
