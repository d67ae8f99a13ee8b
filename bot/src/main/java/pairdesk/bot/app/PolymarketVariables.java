package pairdesk.bot.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.SignatureType;

/** Polymarket's addresses, our wallet and its key; empty when something is wrong. */
final class PolymarketVariables {
  private static final Pattern KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");

  private final Environment environment;
  private final Values values;

  PolymarketVariables(Environment environment) {
    this.environment = environment;
    this.values = new Values(environment);
  }

  Optional<PolymarketSettings> read() {
    Optional<String> wallet =
        environment.required(
            "POLYMARKET_API_KEY",
            "the address of the wallet that holds the money",
            "0x52908400098527886E0F7030069857D2E4169EE7",
            text -> Values.matching(text, "0x[0-9a-fA-F]{40}"));
    Optional<Secret> key =
        environment.secret(
            "POLYMARKET_PRIVATE_KEY",
            "the private key of the signer: 64 hex digits",
            "4c0883a6…",
            KEY);
    SignatureType type =
        environment.optional(
            "POLYMARKET_SIGNATURE_TYPE",
            SignatureType.POLY_1271,
            "EOA, PROXY, SAFE or DEPOSIT_WALLET",
            "DEPOSIT_WALLET",
            PolymarketVariables::signatureType);
    Duration late =
        values.seconds(
            "POLYMARKET_LATE_ARRIVAL_SECONDS",
            PolymarketSettings.Limits.DEFAULT.lateArrivalWindow());
    boolean ledger =
        environment.optional(
            "POLYMARKET_POSITION_LEDGER", false, "true or false", "true", Values::flag);
    PolymarketSettings.Endpoints endpoints = endpoints();
    if (wallet.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    PolymarketSettings.Limits usual = PolymarketSettings.Limits.DEFAULT;
    return Optional.of(
        new PolymarketSettings(
            endpoints,
            new PolymarketSettings.Account(
                key.get(), type, wallet.get(), null, PolymarketSettings.Account.POLYGON),
            new PolymarketSettings.Limits(
                late, usual.confirmEvery(), usual.postOnlyAfterRestart(), usual.readLimit()),
            ledger));
  }

  private static SignatureType signatureType(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "EOA" -> SignatureType.EOA;
      case "PROXY" -> SignatureType.POLY_PROXY;
      case "SAFE" -> SignatureType.POLY_GNOSIS_SAFE;
      case "DEPOSIT_WALLET" -> SignatureType.POLY_1271;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private PolymarketSettings.Endpoints endpoints() {
    PolymarketSettings.Endpoints usual = PolymarketSettings.Endpoints.PRODUCTION;
    return new PolymarketSettings.Endpoints(
        values.http("POLYMARKET_CLOB_URL", usual.clob()),
        values.http("POLYMARKET_GAMMA_URL", usual.gamma()),
        values.http("POLYMARKET_DATA_URL", usual.data()),
        values.socket("POLYMARKET_SOCKET_URL", usual.stream()),
        values.http("POLYMARKET_GEOBLOCK_URL", usual.geoblock()));
  }
}
