package pairdesk.bot.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.venues.net.Secret;

/**
 * Takes secrets out of what is written for people: wherever the value of one stands, also in a
 * message of somebody else's exception, there is {@code ***} instead.
 */
final class Redaction {
  private static final String HIDDEN = "***";

  /** A shorter one would be found in ordinary words, and protects nothing. */
  private static final int SHORTEST = 6;

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern secrets;

  Redaction(Collection<Secret> secrets) {
    String all =
        secrets.stream()
            .flatMap(secret -> shapes(secret.reveal().strip()))
            .filter(shape -> shape.length() >= SHORTEST)
            .distinct()
            .sorted(
                Comparator.comparingInt(String::length).reversed()) // not a part before the whole
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.secrets = all.isEmpty() ? NOTHING : Pattern.compile(all);
  }

  /** As it is, as it stands in JSON, and the lines of a key file one by one. */
  private static Stream<String> shapes(String secret) {
    return Stream.concat(
            Stream.of(secret, secret.replaceFirst("^0x", "")),
            secret.lines().map(String::strip).filter(line -> !line.startsWith("-----")))
        .flatMap(shape -> Stream.of(shape, json(shape), json(shape).replace("/", "\\/")));
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  String apply(String text) {
    return secrets.matcher(text).replaceAll(HIDDEN);
  }
}
