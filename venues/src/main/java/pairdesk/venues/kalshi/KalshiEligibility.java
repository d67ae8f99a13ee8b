package pairdesk.venues.kalshi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.venue.AccountReader.Eligibility;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;

/** Whether Kalshi lets this key trade: the place, the key itself, and its scopes. */
final class KalshiEligibility {
  private static final List<String> TRADING = List.of("write", "write::trade");

  private final KalshiRest rest;
  private final @Nullable String keyId;

  /**
   * @param keyId of our key; null when there is none
   */
  KalshiEligibility(KalshiRest rest, @Nullable String keyId) {
    this.rest = rest;
    this.keyId = keyId;
  }

  /**
   * @throws pairdesk.venues.net.VenueException when Kalshi does not answer
   */
  Eligibility read() {
    if (keyId == null) {
      return refused("There is no Kalshi API key.");
    }
    HttpOutcome.Answered balance = rest.askOwn("/portfolio/balance");
    return balance.isSuccess() ? scopes(keyId) : refusal(balance);
  }

  /** A key that may not list the keys is judged by its orders alone. */
  private Eligibility scopes(String id) {
    HttpOutcome.Answered listed = rest.askOwn("/api_keys");
    if (!listed.isSuccess()) {
      return new Eligibility(true, "");
    }
    Optional<List<String>> scopes =
        Fields.parse(listed.body()).list("api_keys").stream()
            .filter(key -> key.text("api_key_id").equals(id))
            .map(key -> key.textsOrEmpty("scopes"))
            .findFirst();
    boolean reads = scopes.isPresent() && scopes.get().stream().noneMatch(TRADING::contains);
    return reads && !scopes.get().isEmpty()
        ? refused(
            "The Kalshi key may only %s: make one with the scope write or write::trade."
                .formatted(String.join(", ", scopes.get())))
        : new Eligibility(true, "");
  }

  private static Eligibility refusal(HttpOutcome.Answered answer) {
    if (answer.isPage()) {
      return refused("Kalshi's edge blocks this machine (HTTP " + answer.status() + ").");
    }
    String text = KalshiError.read(answer.body()).map(KalshiError::text).orElse("no reason given");
    return refused("Kalshi refuses the key: " + text);
  }

  private static Eligibility refused(String why) {
    return new Eligibility(false, why);
  }
}
