package pairdesk.bot.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import pairdesk.bot.opinion.OpinionSettings;
import pairdesk.bot.opinion.Prices;
import pairdesk.bot.sentence.SentenceModels;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Secret;

/**
 * How pairs are judged: weights, a model of sentences, a language model for second opinions. The
 * last one's prices must be said: without them no limit of what it costs can be kept.
 */
final class MatchingVariables {
  private static final String FILE = "opinions.jsonl";
  private static final Usd USUAL_CAP = Usd.ofDollars(1);
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  private final Environment environment;

  MatchingVariables(Environment environment) {
    this.environment = environment;
  }

  /**
   * @param folder where opinions are kept
   */
  Settings.Matching read(Path folder) {
    Optional<Path> weights = file("MATCHER_WEIGHTS", "data/weights.json");
    return new Settings.Matching(weights, sentences(), opinions(folder));
  }

  private Optional<SentenceModels.Files> sentences() {
    Optional<Path> model = file("SENTENCE_MODEL", "data/model.onnx");
    Optional<Path> vocabulary = file("SENTENCE_VOCABULARY", "data/vocab.txt");
    if (model.isPresent() != vocabulary.isPresent()) {
      environment.problem(
          model.isPresent() ? "SENTENCE_VOCABULARY" : "SENTENCE_MODEL",
          "missing",
          "both files of a model of sentences, or neither",
          model.isPresent() ? "data/vocab.txt" : "data/model.onnx");
      return Optional.empty();
    }
    return model.map(file -> new SentenceModels.Files(file, vocabulary.orElseThrow()));
  }

  private Optional<Path> file(String name, String example) {
    return environment.optional(
        name, Optional.empty(), "a file", example, text -> Optional.of(Path.of(text)));
  }

  /** Empty when no endpoint is named, or when something of it is wrong. */
  private Optional<OpinionSettings> opinions(Path folder) {
    Optional<URI> endpoint =
        environment.optional(
            "OPINION_API_URL",
            Optional.empty(),
            "the https address of an OpenAI-compatible endpoint",
            "https://api.openai.com/v1",
            text -> Optional.of(Environment.uri(text, "https", "http")));
    Optional<Secret> key = environment.optionalSecret("OPINION_API_KEY", "a key", "sk-…");
    Optional<String> model =
        wanted(
            endpoint,
            "OPINION_MODEL",
            "the name of a model at that endpoint",
            "gpt-5-mini",
            text -> text);
    Optional<Usd> input = price(endpoint, "OPINION_INPUT_PRICE", "0.25");
    Optional<Usd> output = price(endpoint, "OPINION_OUTPUT_PRICE", "2");
    Usd cap =
        environment.optional(
            "OPINION_DAILY_CAP", USUAL_CAP, "dollars in a day of UTC", "1", MatchingVariables::usd);
    Duration timeout =
        environment.optional(
            "OPINION_TIMEOUT_SECONDS",
            USUAL_TIMEOUT,
            "whole seconds, 1 to 120",
            "30",
            MatchingVariables::seconds);
    if (endpoint.isEmpty() || model.isEmpty() || input.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    Prices prices = new Prices(input.get(), output.get());
    return Optional.of(
        new OpinionSettings(
            endpoint.get(),
            key,
            model.get(),
            new OpinionSettings.Limits(prices, cap, timeout),
            folder.resolve(FILE)));
  }

  private Optional<Usd> price(Optional<URI> endpoint, String name, String example) {
    return wanted(
        endpoint,
        name,
        "dollars for a million tokens, 0 for a model of your own",
        example,
        MatchingVariables::usd);
  }

  /** Needed as soon as there is an endpoint. */
  private <T> Optional<T> wanted(
      Optional<URI> endpoint,
      String name,
      String wanted,
      String example,
      Function<String, T> read) {
    return endpoint.isPresent()
        ? environment.required(name, wanted, example, read)
        : environment.optional(
            name, Optional.empty(), wanted, example, text -> Optional.of(read.apply(text)));
  }

  private static Usd usd(String text) {
    Usd usd = Usd.parse(text);
    if (usd.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return usd;
  }

  private static Duration seconds(String text) {
    int seconds = Integer.parseInt(text);
    if (seconds < 1 || seconds > 120) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofSeconds(seconds);
  }
}
