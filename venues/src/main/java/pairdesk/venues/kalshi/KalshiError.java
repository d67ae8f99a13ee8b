package pairdesk.venues.kalshi;

import java.util.Optional;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;

/**
 * An error in the venue's own JSON, in whichever of its four shapes: {@code {"error":{…}}}, the
 * members alone, {@code {"msg":…}}, or {@code {"error":"…"}}.
 */
record KalshiError(String code, String message, String details) {

  /** Empty when the text is no error of Kalshi's: then nobody knows who answered. */
  static Optional<KalshiError> read(String body) {
    try {
      Fields fields = Fields.parse(body);
      if (fields.has("msg")) {
        return Optional.of(new KalshiError("", fields.text("msg"), ""));
      }
      if (fields.isText("error")) {
        return Optional.of(new KalshiError("", fields.text("error"), ""));
      }
      return of(fields.has("error") ? fields.object("error") : fields);
    } catch (VenueException e) {
      return Optional.empty();
    }
  }

  /** From the members alone; empty when they are not such. */
  static Optional<KalshiError> of(Fields error) {
    try {
      return Optional.of(
          new KalshiError(
              error.text("code"), error.textOrEmpty("message"), error.textOrEmpty("details")));
    } catch (VenueException e) {
      return Optional.empty();
    }
  }

  /** For people and logs, without repetition. */
  String text() {
    String text = message.isEmpty() || message.replace(' ', '_').equals(code) ? code : message;
    if (text.isEmpty()) {
      text = code;
    }
    return Redactor.redact(details.isEmpty() ? text : text + ": " + details);
  }
}
