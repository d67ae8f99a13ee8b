package pairdesk.venues.net;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of one call that was tried once. */
public sealed interface HttpOutcome {

  /**
   * The venue, or something before it, answered.
   *
   * @param headers names in lower case; of repeated ones the last
   */
  record Answered(int status, Map<String, String> headers, String body) implements HttpOutcome {
    public Answered {
      headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** A web page where JSON was due: the edge answered, not the venue. */
    public boolean isPage() {
      return header("content-type").filter(type -> type.contains("html")).isPresent()
          || body.stripLeading().startsWith("<");
    }
  }

  /** Proved that no byte of the request left: no address, refused, TLS failed, no budget. */
  record NotSent(String reason) implements HttpOutcome {}

  /** The request may have arrived, and there is no usable answer. */
  record Unknown(String reason) implements HttpOutcome {}
}
