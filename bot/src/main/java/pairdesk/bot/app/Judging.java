package pairdesk.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Matches;
import pairdesk.bot.opinion.LanguageModelReader;
import pairdesk.bot.opinion.OpinionatedMatches;
import pairdesk.bot.sentence.LoadedModel;
import pairdesk.bot.sentence.SentenceModels;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Scoring;
import pairdesk.matching.score.Weights;
import pairdesk.venues.net.Chance;

/** The matcher with what is configured besides: weights, a model of sentences, a second reader. */
final class Judging implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

  private final Matcher matcher;
  private final @Nullable LoadedModel sentences;
  private final @Nullable LanguageModelReader reader;

  private Judging(
      Matcher matcher, @Nullable LoadedModel sentences, @Nullable LanguageModelReader reader) {
    this.matcher = matcher;
    this.sentences = sentences;
    this.reader = reader;
  }

  /**
   * Opens all of it.
   *
   * @throws UncheckedIOException with a sentence for the person when a file is not what it should
   *     be
   * @throws IllegalArgumentException when the weights need a model that is not configured
   */
  static Judging open(Settings.Matching settings, Chance chance) {
    Weights weights = settings.weights().map(Judging::weights).orElseGet(Weights::load);
    LoadedModel sentences = settings.sentences().map(Judging::model).orElse(null);
    if (sentences != null && !weights.needSentences()) {
      LOG.warn("the model of sentences counts for nothing: the weights were fitted without it");
    }
    Matcher matcher = new Matcher(Scoring.by(weights, Features.of(weights, sentences)));
    return new Judging(
        matcher,
        sentences,
        settings.opinions().map(model -> LanguageModelReader.open(model, chance)).orElse(null));
  }

  private static Weights weights(Path file) {
    try {
      return Weights.read(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("MATCHER_WEIGHTS: " + unreadable.getMessage(), unreadable);
    }
  }

  private static LoadedModel model(SentenceModels.Files files) {
    try {
      return SentenceModels.open(files);
    } catch (IOException unusable) {
      throw new UncheckedIOException("SENTENCE_MODEL: " + unusable.getMessage(), unusable);
    }
  }

  Matcher matcher() {
    return matcher;
  }

  /** The same candidates, read a second time where a reader is configured. */
  Matches withOpinions(Matches matches, Function<MarketId, Optional<Market>> markets) {
    return reader == null ? matches : new OpinionatedMatches(matches, reader, markets);
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
    if (sentences != null) {
      sentences.close();
    }
  }
}
