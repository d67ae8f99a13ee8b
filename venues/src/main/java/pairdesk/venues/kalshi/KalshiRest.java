package pairdesk.venues.kalshi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpSigner;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.Sending;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;

/** Kalshi's REST addresses: what each call costs, who signs, how lists are read to their end. */
final class KalshiRest {
  private static final String STATUS = "/exchange/status";
  private static final String ORDERS = "/portfolio/events/orders";

  private final HttpApi open;
  private final HttpApi own;
  private final @Nullable KalshiSigner signer;
  private final KalshiBudgets budgets;
  private final Duration readLimit;

  /**
   * @param signer null without a key: then only open addresses answer
   */
  KalshiRest(
      Transport transport, KalshiSettings settings, @Nullable KalshiSigner signer, Chance chance) {
    this.signer = signer;
    this.open = new HttpApi(transport, settings.rest(), HttpSigner.NONE, chance);
    this.own =
        new HttpApi(transport, settings.rest(), signer == null ? HttpSigner.NONE : signer, chance);
    this.budgets = new KalshiBudgets(settings.budget(), chance.clock());
    this.readLimit = settings.timing().readLimit();
  }

  KalshiBudgets budgets() {
    return budgets;
  }

  /** Reads an address that everyone may read. */
  Fields read(String target) {
    return fields(target, answer(open, target, budgets.openRead(), readLimit));
  }

  /** As {@link #read}; empty when the venue knows no such thing. */
  Optional<Fields> find(String target) {
    HttpOutcome.Answered answer = answer(open, target, budgets.openRead(), readLimit);
    return isNotFound(answer) ? Optional.empty() : Optional.of(fields(target, answer));
  }

  /** Reads a list page by page to its end. */
  void pages(String target, Consumer<Fields> sink) {
    pages(target, sink, page -> fields(page, answer(open, page, budgets.openRead(), readLimit)));
  }

  /** Reads a list of ours page by page to its end. */
  void ownPages(String target, Duration limit, Consumer<Fields> sink) {
    Toll toll = budgets.ownRead(KalshiCost.READ, Priority.CANCEL);
    pages(target, sink, page -> fields(page, answer(own, page, toll, limit)));
  }

  Fields readOwn(String target) {
    return fields(target, askOwn(target));
  }

  /** The answer itself, for those who want to know why not. */
  HttpOutcome.Answered askOwn(String target) {
    return answer(own, target, budgets.ownRead(KalshiCost.READ, Priority.ENTRY), readLimit);
  }

  /**
   * Places an order, once.
   *
   * @param leaveWithin after this nothing may leave any more
   */
  Sending place(String body, Priority priority, Duration leaveWithin, Duration limit) {
    var call = HttpCall.post(ORDERS, body, budgets.write(KalshiCost.CREATE, priority));
    return own.begin(call, leaveWithin, limit);
  }

  /** Of the connections on which orders leave at once, and of what signs these. */
  void keepWarm() {
    if (signer != null) {
      signer.signNext();
    }
    open.keepWarm(HttpCall.get(STATUS, budgets.openRead()), readLimit);
  }

  /** Reads something small, for the sake of the connection that it uses. */
  void touch() {
    read(STATUS);
  }

  /** The ticker finds the shard; without it Kalshi looks on shard 0 alone. */
  HttpOutcome cancel(String orderId, String ticker, Duration limit) {
    String target = ORDERS + "/" + encoded(orderId) + "?market_ticker=" + encoded(ticker);
    Toll toll = budgets.write(KalshiCost.CANCEL, Priority.CANCEL);
    return own.send(HttpCall.delete(target, null, toll), limit);
  }

  HttpOutcome cancelAll(Duration limit) {
    Toll toll = budgets.write(KalshiCost.CANCEL_ALL, Priority.CANCEL);
    return own.send(HttpCall.delete(ORDERS, null, toll), limit);
  }

  /** Changes something of ours, once. */
  HttpOutcome send(HttpCall call, Duration limit) {
    return own.send(call, limit);
  }

  /** The same, with a moment after which it must not leave any more. */
  HttpOutcome send(HttpCall call, Duration leaveWithin, Duration limit) {
    return own.send(call, leaveWithin, limit);
  }

  /** The venue did not take who we say we are. */
  void unauthorised() {
    if (signer != null) {
      signer.refused();
    }
  }

  /** The path of a new order, as it is signed. */
  static String orderPath(URI rest) {
    return rest.getPath() + ORDERS;
  }

  Duration clockOffset() {
    return open.clockOffset();
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  static boolean isNotFound(HttpOutcome.Answered answer) {
    return answer.status() == 404 && KalshiError.read(answer.body()).isPresent();
  }

  private interface PageReader {
    Fields read(String target);
  }

  private static void pages(String target, Consumer<Fields> sink, PageReader reader) {
    var seen = new HashSet<String>();
    String join = target.contains("?") ? "&cursor=" : "?cursor=";
    String next = target;
    for (; ; ) {
      Fields page = reader.read(next);
      String cursor = page.text("cursor");
      sink.accept(page);
      if (cursor.isEmpty()) {
        return;
      }
      if (!seen.add(cursor)) {
        throw new VenueException("the list turns in a circle: " + target);
      }
      next = target + join + encoded(cursor);
    }
  }

  private static HttpOutcome.Answered answer(
      HttpApi api, String target, Toll toll, Duration limit) {
    return api.read(HttpCall.get(target, toll), limit);
  }

  private static Fields fields(String target, HttpOutcome.Answered answer) {
    if (!answer.isSuccess()) {
      throw new VenueException(
          "GET " + target + ": HTTP " + answer.status() + " " + Redactor.redact(answer.body()));
    }
    return Fields.parse(answer.body());
  }
}
