package pairdesk.sandbox.wire.kalshi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** What a query asks of a list. */
record Filters(WireRequest request) {

  /** Values that are repeated or separated by commas. */
  List<String> list(String name) {
    return request.queries(name).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Whether the query leaves this open or names the value. */
  boolean allows(String name, String value) {
    return request.query(name).map(value::equals).orElse(true);
  }

  /** Whether the query leaves the list open or names the value in it. */
  boolean allowsIn(String name, String value) {
    List<String> wanted = list(name);
    return wanted.isEmpty() || wanted.contains(value);
  }

  boolean isSet(String name) {
    return request.query(name).isPresent();
  }

  boolean flag(String name) {
    return request.query(name).map("true"::equals).orElse(false);
  }

  /** Between {@code min_} and {@code max_} of this name, as far as they are set. */
  boolean within(String name, Instant moment) {
    long second = moment.getEpochSecond();
    return seconds("min_" + name).map(min -> second >= min).orElse(true)
        && seconds("max_" + name).map(max -> second <= max).orElse(true);
  }

  /** Whether one end of a span is set. */
  boolean asksFor(String name) {
    return isSet("min_" + name) || isSet("max_" + name);
  }

  private Optional<Long> seconds(String name) {
    return request
        .query(name)
        .map(text -> {
          if (!text.matches("\\d{1,12}")) {
            throw Refused.parameter(name + " is no number of seconds");
          }
          return Long.valueOf(text);
        });
  }

  /** The filter's words are not those of the market's field. */
  List<MarketPhase> phases() {
    return switch (request.query("status").orElse("")) {
      case "" -> List.of(MarketPhase.values());
      case "unopened" -> List.of(MarketPhase.INITIALIZED);
      case "open" -> List.of(MarketPhase.ACTIVE);
      case "paused" -> List.of(MarketPhase.PAUSED);
      case "closed" ->
          List.of(
              MarketPhase.CLOSED,
              MarketPhase.DETERMINED,
              MarketPhase.DISPUTED,
              MarketPhase.AMENDED);
      case "settled" -> List.of(MarketPhase.FINALIZED);
      default -> throw Refused.nested(400, Problem.of("bad_request", "invalid status filter"));
    };
  }
}
