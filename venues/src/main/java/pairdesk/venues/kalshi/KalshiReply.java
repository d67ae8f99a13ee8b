package pairdesk.venues.kalshi;

import java.util.Optional;
import java.util.function.Function;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;

/** What became of one change that is not a new order. It was sent at most once. */
public sealed interface KalshiReply<T> {
  /** The venue did it. */
  record Done<T>(T answer) implements KalshiReply<T> {}

  /**
   * The venue said no in its own words, and nothing changed.
   *
   * @param code the venue's, such as {@code not_found}; may be empty
   */
  record Refused<T>(int status, String code, String text) implements KalshiReply<T> {}

  /** No byte left. */
  record NotSent<T>(String reason) implements KalshiReply<T> {}

  /** It may or may not have happened: look. */
  record Unknown<T>(String reason) implements KalshiReply<T> {}

  /**
   * @param reader of the body of a success; what it cannot read is Unknown
   */
  static <T> KalshiReply<T> of(HttpOutcome outcome, Function<Fields, T> reader) {
    return switch (outcome) {
      case HttpOutcome.NotSent(String reason) -> new NotSent<>(reason);
      case HttpOutcome.Unknown(String reason) -> new Unknown<>(reason);
      case HttpOutcome.Answered answer ->
          answer.isSuccess() ? done(answer, reader) : refused(answer);
    };
  }

  private static <T> KalshiReply<T> done(HttpOutcome.Answered answer, Function<Fields, T> reader) {
    try {
      String body = answer.body().isBlank() ? "{}" : answer.body();
      return new Done<>(reader.apply(Fields.parse(body)));
    } catch (VenueException e) {
      return new Unknown<>("unreadable answer: " + e.getMessage());
    }
  }

  /** Only a 4xx in Kalshi's own JSON proves that nothing happened. */
  private static <T> KalshiReply<T> refused(HttpOutcome.Answered answer) {
    int status = answer.status();
    Optional<KalshiError> error = KalshiError.read(answer.body());
    if (error.isEmpty() || status < 400 || status >= 500 || status == 408 || status == 425) {
      return new Unknown<>("HTTP " + status + " " + Redactor.redact(answer.body()));
    }
    return new Refused<>(status, error.get().code(), error.get().text());
  }
}
