package pairdesk.bot.app;

import java.net.URI;
import java.util.Optional;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Secret;

/** Kalshi's addresses and our key there; empty when something is wrong. */
final class KalshiVariables {
  private final Environment environment;

  KalshiVariables(Environment environment) {
    this.environment = environment;
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
            "KALSHI_API_SECRET", "the private key as PEM", "-----BEGIN RSA PRIVATE KEY-----…");
    URI rest =
        environment.optional(
            "KALSHI_API_URL",
            URI.create("https://external-api.kalshi.com/trade-api/v2"),
            "an http(s) address",
            "https://external-api.demo.kalshi.co/trade-api/v2",
            text -> Environment.uri(text, "https", "http"));
    URI socket =
        environment.optional(
            "KALSHI_SOCKET_URL",
            URI.create("wss://external-api-ws.kalshi.com/trade-api/ws/v2"),
            "a ws(s) address",
            "wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2",
            text -> Environment.uri(text, "wss", "ws"));
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
