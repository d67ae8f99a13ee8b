package pairdesk.bot.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;

/**
 * Reads variables and collects every problem instead of stopping at the first: one restart instead
 * of nine.
 */
final class Environment {
  private static final List<String> OURS =
      List.of("KALSHI_", "POLYMARKET_", "DISCORD_", "MATCHER_", "OPINION_", "SENTENCE_");

  /** Names so short are those of other programs too, and may differ by little. */
  private static final int SHORT = 10;

  private static final int SLIP = 2;

  /** The one word of the file that is compose.yaml's and not ours. */
  private static final String OF_COMPOSE = "POSTGRES_PASSWORD";

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(6);

  private final Variables variables;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> unknown = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();

  Environment(Variables variables) {
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
    return secret(name, wanted, example, Pattern.compile(".*", Pattern.DOTALL));
  }

  /** The same, when all of it looks like this: what it is instead is never said. */
  Optional<Secret> secret(String name, String wanted, String example, Pattern shape) {
    Optional<Secret> read = readSecret(name, wanted, example);
    read.ifPresent(secrets::add);
    if (read.isPresent() && !shape.matcher(read.get().reveal()).matches()) {
      String source = text(name).isPresent() ? name : name + "_FILE";
      problems.add(new Problem(source, "found something else", wanted, example));
      return Optional.empty();
    }
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
    return Optional.ofNullable(variables.values().get(name))
        .map(String::strip)
        .filter(s -> !s.isEmpty());
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

  /**
   * Variables that nobody asked for and that were meant for us: misspelt, most likely, so that a
   * default would be in force instead.
   */
  void reportUnknown() {
    for (String name : new TreeSet<>(variables.values().keySet())) {
      if (!asked.contains(name)) {
        Optional<Near> near = nearest(name);
        boolean slip = name.length() >= SHORT && near.filter(Near::isSlip).isPresent();
        if (slip || isOurs(name)) {
          String example = near.map(Near::name).orElse("see .env.example");
          unknown.add(new Problem(name, "not a setting", "the name of a setting", example));
        }
      }
    }
  }

  private boolean isOurs(String name) {
    return OURS.stream().anyMatch(name::startsWith)
        || (variables.written().contains(name) && !name.equals(OF_COMPOSE));
  }

  /** A setting whose name is like another one. */
  private record Near(String name, int distance) {
    boolean isSlip() {
      return distance <= SLIP;
    }
  }

  private Optional<Near> nearest(String name) {
    return asked.stream()
        .map(known -> new Near(known, DISTANCE.apply(known, name.toUpperCase(Locale.ROOT))))
        .filter(near -> near.distance() >= 0)
        .min(Comparator.comparingInt(Near::distance));
  }

  /** Lines of the file that were not understood come first. */
  List<String> problems() {
    return Stream.of(variables.flaws(), texts(problems), texts(unknown))
        .flatMap(List::stream)
        .toList();
  }

  /** The first one with any of these settings. */
  Optional<String> problemWith(Set<String> names) {
    return problems.stream()
        .filter(problem -> names.contains(problem.variable()))
        .map(Problem::toString)
        .findFirst();
  }

  /** The first line or name that was not understood. */
  Optional<String> misread() {
    return Stream.concat(variables.flaws().stream(), texts(unknown).stream()).findFirst();
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
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
   * An address of this scheme, or of its plain form on this machine, without a slash at the end.
   *
   * @param scheme {@code https} or {@code wss}
   * @throws IllegalArgumentException when it is none
   */
  static URI secure(String text, String scheme) {
    return Transport.checked(uri(text, scheme, scheme.substring(0, scheme.length() - 1)), scheme);
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
