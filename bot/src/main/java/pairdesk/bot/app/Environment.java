package pairdesk.bot.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;
import pairdesk.venues.net.Secret;

/**
 * Reads variables and collects every problem instead of stopping at the first: one restart instead
 * of nine.
 */
final class Environment {
  private static final List<String> OURS =
      List.of("KALSHI_", "POLYMARKET_", "DISCORD_", "MATCHER_", "OPINION_", "SENTENCE_");
  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(6);

  private final Map<String, String> variables;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * One thing that is wrong.
   *
   * @param found what was there, never a secret
   */
  record Problem(String variable, String found, String wanted, String example) {
    @Override
    public String toString() {
      return variable
          + ": "
          + found
          + "; wanted: "
          + wanted
          + ", for example "
          + variable
          + "="
          + example;
    }
  }

  /** A variable that must be there. */
  <T> Optional<T> required(String name, String wanted, String example, Function<String, T> read) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      problems.add(new Problem(name, "missing", wanted, example));
      return Optional.empty();
    }
    return parse(name, text.get(), new Wish(wanted, example), read);
  }

  /** A variable with a default. */
  <T> T optional(
      String name, T otherwise, String wanted, String example, Function<String, T> read) {
    Optional<String> text = text(name);
    return text.isEmpty()
        ? otherwise
        : parse(name, text.get(), new Wish(wanted, example), read).orElse(otherwise);
  }

  /** A secret that may be left out. */
  Optional<Secret> optionalSecret(String name, String wanted, String example) {
    Optional<String> file = text(name + "_FILE");
    return text(name).or(() -> file).isPresent() ? secret(name, wanted, example) : Optional.empty();
  }

  /** A secret, from the variable itself or from the file that {@code …_FILE} names. */
  Optional<Secret> secret(String name, String wanted, String example) {
    Optional<Secret> read = readSecret(name, wanted, example);
    read.ifPresent(secrets::add);
    return read;
  }

  private Optional<Secret> readSecret(String name, String wanted, String example) {
    Optional<String> file = text(name + "_FILE");
    Optional<String> text = text(name);
    if (file.isEmpty() || text.isPresent()) {
      return required(name, wanted + " (or its file in " + name + "_FILE)", example, Secret::of);
    }
    try {
      return Optional.of(Secret.of(Files.readString(Path.of(file.get())).strip()));
    } catch (IOException | InvalidPathException e) {
      problems.add(
          new Problem(
              name + "_FILE", "cannot be read: " + file.get(), "a readable file", "kalshi.key"));
      return Optional.empty();
    }
  }

  private Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private record Wish(String wanted, String example) {}

  private <T> Optional<T> parse(String name, String text, Wish wish, Function<String, T> read) {
    try {
      return Optional.of(read.apply(text));
    } catch (IllegalArgumentException | ArithmeticException e) {
      problems.add(
          new Problem(name, "found \"" + shown(text) + "\"", wish.wanted(), wish.example()));
      return Optional.empty();
    }
  }

  /** Without what stands before an @: an address may hold a password there. */
  private static String shown(String text) {
    return text.substring(text.lastIndexOf('@') + 1);
  }

  void problem(String variable, String found, String wanted, String example) {
    problems.add(new Problem(variable, found, wanted, example));
  }

  /** Variables with our prefixes that nobody asked for: misspelt, most likely. */
  void reportUnknown() {
    for (String name : variables.keySet()) {
      if (!asked.contains(name) && OURS.stream().anyMatch(name::startsWith)) {
        problems.add(new Problem(name, "not a setting", "the name of a setting", nearest(name)));
      }
    }
  }

  private String nearest(String name) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String known : asked) {
      int distance = DISTANCE.apply(known, name);
      if (distance >= 0 && distance < least) {
        least = distance;
        best = known;
      }
    }
    return best.isEmpty() ? "see .env.example" : best;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Every secret that was read. */
  List<Secret> secrets() {
    return List.copyOf(secrets);
  }

  /** Every variable that was asked for, in order. */
  Set<String> asked() {
    return Set.copyOf(asked);
  }

  /**
   * An address of one of these schemes, without a slash at the end.
   *
   * @throws IllegalArgumentException when it is none
   */
  static URI uri(String text, String... schemes) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (uri.getHost() == null || !List.of(schemes).contains(uri.getScheme())) {
        throw new IllegalArgumentException(text);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
