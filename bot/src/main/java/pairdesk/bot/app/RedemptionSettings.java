package pairdesk.bot.app;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.EthereumKey;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.SignatureType;
import pairdesk.venues.polymarket.chain.GasLimits;
import pairdesk.venues.polymarket.chain.PolymarketChain;
import pairdesk.venues.polymarket.chain.PolymarketChain.Relayer;
import pairdesk.venues.polymarket.chain.RelayerAccess;

/**
 * How Polymarket's winnings are redeemed: by the relayer for wallets, by a node of the chain for a
 * key that holds the money itself. What is missing is no mistake: then a person redeems.
 */
final class RedemptionSettings {
  private static final Duration QUESTION = Duration.ofSeconds(10);

  /** Then the desk goes on with the next and asks again later. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Environment environment;

  RedemptionSettings(Environment environment) {
    this.environment = environment;
  }

  Settings.Redemption read(Optional<PolymarketSettings.Account> account) {
    boolean on =
        environment.optional(
            "POLYMARKET_REDEEM", true, "auto or off", "auto", RedemptionSettings::isOn);
    URI address =
        environment.optional(
            "POLYMARKET_RELAYER_URL",
            Relayer.PRODUCTION,
            Values.HTTPS,
            Relayer.PRODUCTION.toString(),
            text -> Environment.secure(text, "https"));
    Optional<Secret> relayerKey =
        environment.optionalSecret(
            "POLYMARKET_RELAYER_API_KEY", "a key of the relayer", "01967c03-b8c8-7000-…");
    Optional<RelayerAccess> builder = builder();
    Optional<Secret> node =
        environment.optionalSecret(
            "POLYGON_NODE_URL", "the https address of a Polygon node", "https://node.example/key");
    if (!on) {
      return new Settings.Redemption(PolymarketChain.Settings.NONE, "POLYMARKET_REDEEM is off");
    }
    if (account.isEmpty()) {
      return new Settings.Redemption(PolymarketChain.Settings.NONE, "there is no account");
    }
    @Nullable RelayerAccess access =
        relayerKey.flatMap(key -> relayerKey(key, account.get())).or(() -> builder).orElse(null);
    var chain =
        new PolymarketChain.Settings(
            node.flatMap(this::node).orElse(null),
            access == null ? null : new Relayer(address, access),
            GasLimits.POLYGON.waiting(PATIENCE),
            QUESTION);
    return new Settings.Redemption(chain, missing(account.get().type(), chain));
  }

  private static boolean isOn(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "auto" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** The key's owner is who signs for the wallet. */
  private Optional<RelayerAccess> relayerKey(Secret key, PolymarketSettings.Account account) {
    try {
      String owner = EthereumKey.portable(account.privateKey().reveal()).address();
      return Optional.of(new RelayerAccess.RelayerKey(key, owner));
    } catch (IllegalArgumentException e) {
      environment.problem("POLYMARKET_PRIVATE_KEY", "no private key", "64 hex digits", "4c0883a6…");
      return Optional.empty();
    }
  }

  private Optional<RelayerAccess> builder() {
    String key =
        environment.optional(
            "POLYMARKET_BUILDER_API_KEY",
            "",
            "the id of a key of the builder program",
            "01967c03-b8c8-7000-8f68-8b8eaec6fd3d",
            text -> text);
    Optional<Secret> secret =
        environment.optionalSecret("POLYMARKET_BUILDER_SECRET", "that key's secret", "AAEC…");
    Optional<Secret> passphrase =
        environment.optionalSecret(
            "POLYMARKET_BUILDER_PASSPHRASE", "that key's passphrase", "5d2f…");
    boolean any = !key.isEmpty() || secret.isPresent() || passphrase.isPresent();
    boolean all = !key.isEmpty() && secret.isPresent() && passphrase.isPresent();
    if (any && !all) {
      environment.problem(
          "POLYMARKET_BUILDER_API_KEY",
          "a part of the key is missing",
          "the key's id, its secret and its passphrase",
          "01967c03-b8c8-7000-8f68-8b8eaec6fd3d");
    }
    return all
        ? Optional.of(new RelayerAccess.Builder(key, secret.get(), passphrase.get()))
        : Optional.empty();
  }

  /** The address may hold a provider's key, so that it is read as a secret. */
  private Optional<URI> node(Secret address) {
    try {
      return Optional.of(Environment.secure(address.reveal(), "https"));
    } catch (IllegalArgumentException e) {
      environment.problem(
          "POLYGON_NODE_URL", "no address", Values.HTTPS, "https://node.example/key");
      return Optional.empty();
    }
  }

  private static String missing(SignatureType type, PolymarketChain.Settings chain) {
    boolean isKey = type == SignatureType.EOA;
    if (isKey) {
      return chain.node() == null ? "POLYGON_NODE_URL is not set" : "";
    }
    return chain.relayer() == null
        ? "neither POLYMARKET_RELAYER_API_KEY nor POLYMARKET_BUILDER_API_KEY is set"
        : "";
  }
}
