package pairdesk.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.sentence.LoadedModel;
import pairdesk.bot.sentence.SentenceModels;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A model of sentences, for commands that measure pairs. */
final class SentenceOptions {
  @Option(
      names = "--sentence-model",
      description = "An ONNX model of sentences; needs onnxruntime-*.jar in lib.")
  private @Nullable Path model;

  @Option(names = "--vocabulary", description = "The model's vocab.txt.")
  private @Nullable Path vocabulary;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Null when none is named. */
  @Nullable LoadedModel open() throws IOException {
    if (model == null && vocabulary == null) {
      return null;
    }
    if (model == null || vocabulary == null) {
      throw new ParameterException(
          spec.commandLine(), "--sentence-model and --vocabulary: give both, or neither.");
    }
    return SentenceModels.open(new SentenceModels.Files(model, vocabulary));
  }
}
