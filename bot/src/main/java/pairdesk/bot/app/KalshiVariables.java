package pairdesk.bot.app;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Secret;

/** Kalshi's addresses and our key there; empty when something is wrong. */
final class KalshiVariables {
  private static final URI REST = URI.create("https://external-api.kalshi.com/trade-api/v2");
  private static final URI SOCKET = URI.create("wss://external-api-ws.kalshi.com/trade-api/ws/v2");
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN (RSA )?PRIVATE KEY-----.*-----END (RSA )?PRIVATE KEY-----\\s*",
          Pattern.DOTALL);

  private final Environment environment;
  private final Values values;

  KalshiVariables(Environment environment) {
    this.environment = environment;
    this.values = new Values(environment);
  }

  Optional<KalshiSettings> read() {
    Optional<String> key =
        environment.required(
            "KALSHI_API_KEY",
            "the id of your API key",
            "a952bcbe-ec3b-4b5b-b8f9-11dae589608c",
            text -> Values.matching(text, "[A-Za-z0-9-]{8,64}"));
    Optional<Secret> secret =
        environment.secret(
            "KALSHI_API_SECRET",
            "the private key as PEM, unencrypted",
            "-----BEGIN RSA PRIVATE KEY-----…",
            PEM);
    URI rest = values.http("KALSHI_API_URL", REST);
    URI socket = values.socket("KALSHI_SOCKET_URL", SOCKET);
    if (key.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KalshiSettings(
            rest,
            socket,
            new KalshiSettings.Credentials(key.get(), secret.get()),
            KalshiSettings.Budget.BASIC,
            KalshiSettings.Timing.USUAL));
  }
}
