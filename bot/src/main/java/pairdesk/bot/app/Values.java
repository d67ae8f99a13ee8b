package pairdesk.bot.app;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** Variables by the kind of their value, and the texts of such kinds. */
final class Values {
  static final String USD = "dollars, above 0";
  static final String HTTPS = "an https address (http on this machine only)";
  private static final String SECONDS = "whole seconds, 1 to 86400";

  private final Environment environment;

  Values(Environment environment) {
    this.environment = environment;
  }

  URI http(String name, URI otherwise) {
    return environment.optional(
        name, otherwise, HTTPS, otherwise.toString(), text -> Environment.secure(text, "https"));
  }

  URI socket(String name, URI otherwise) {
    return environment.optional(
        name,
        otherwise,
        "a wss address (ws on this machine only)",
        otherwise.toString(),
        text -> Environment.secure(text, "wss"));
  }

  Ratio fraction(String name, String otherwise) {
    return environment.optional(
        name,
        Ratio.parseFraction(otherwise),
        "a fraction between 0 and 1 (0.01 is one per cent)",
        otherwise,
        text -> {
          Ratio ratio = Ratio.parseFraction(text);
          if (ratio.bps() <= 0 || ratio.bps() >= 10_000) {
            throw new IllegalArgumentException(text);
          }
          return ratio;
        });
  }

  Usd usd(String name, String otherwise) {
    return environment.optional(name, Usd.parse(otherwise), USD, otherwise, Values::positive);
  }

  static Usd positive(String text) {
    Usd usd = Usd.parse(text);
    if (!usd.isGreaterThan(Usd.ZERO)) {
      throw new IllegalArgumentException(text);
    }
    return usd;
  }

  Duration seconds(String name, Duration otherwise) {
    return environment.optional(
        name,
        otherwise,
        SECONDS,
        Long.toString(otherwise.toSeconds()),
        text -> Duration.ofSeconds(whole(text, 1, 86_400)));
  }

  Duration millis(String name, Duration otherwise, int most) {
    return environment.optional(
        name,
        otherwise,
        "whole milliseconds, 0 to " + most,
        Long.toString(otherwise.toMillis()),
        text -> Duration.ofMillis(whole(text, 0, most)));
  }

  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  static Quantity shares(String text) {
    Quantity shares = Quantity.parse(text);
    if (shares.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return shares;
  }

  static int whole(String text, int from, int to) {
    int value = Integer.parseInt(text);
    if (value < from || value > to) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  static String matching(String text, String pattern) {
    if (!text.matches(pattern)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
