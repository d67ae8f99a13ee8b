package pairdesk.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.sentence.LoadedModel;
import pairdesk.matching.file.MatchFiles;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Scoring;
import pairdesk.matching.score.Weights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Matches listings that lie in files, without any venue or database. */
@Command(
    name = "match",
    description = "Matches listings in files of JSON lines: two catalogues, or a file of pairs.")
final class MatchCommand implements Callable<Integer> {
  @Option(names = "--kalshi", description = "Kalshi's catalogue.")
  private @Nullable Path kalshi;

  @Option(names = "--polymarket", description = "Polymarket's catalogue.")
  private @Nullable Path polymarket;

  @Option(names = "--pairs", description = "Pairs to score, instead of two catalogues.")
  private @Nullable Path pairs;

  @Option(names = "--out", required = true, description = "Where the result goes.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--top",
      defaultValue = "20",
      description = "Best candidates per market (default 20).")
  private int top;

  @Option(names = "--suggest", description = "Only what would be posted to a person.")
  private boolean suggest;

  @Option(
      names = "--similarity",
      defaultValue = "80",
      description = "With --suggest: least score, 0 to 100 (default 80).")
  private int similarity;

  @Option(
      names = "--weights",
      description = "Weights that pairdesk fit wrote, instead of those that ship.")
  private @Nullable Path weights;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SentenceOptions sentences;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (top < 1 || similarity < 0 || similarity > 100) {
      throw new ParameterException(
          spec.commandLine(), "--top wants a number, 1 or more; --similarity 0 to 100");
    }
    Weights counted = weights == null ? Weights.load() : Weights.read(weights);
    var progress = new ProgressLine();
    MatchFiles.Summary summary;
    try (@Nullable LoadedModel model = sentences.open()) {
      if (counted.needSentences() && model == null) {
        throw new ParameterException(
            spec.commandLine(), "These weights need --sentence-model and --vocabulary.");
      }
      summary = run(new MatchFiles(Scoring.by(counted, Features.of(counted, model)), progress::at));
    }
    progress.end();
    BadLines.print(summary.badLines());
    System.err.printf(
        "%,d listings read, %,d lines written to %s%n", summary.listings(), summary.written(), out);
    return ExitCodes.DONE;
  }

  private MatchFiles.Summary run(MatchFiles files) throws IOException {
    if (pairs != null) {
      return files.pairs(pairs, out);
    }
    if (kalshi == null || polymarket == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Give --kalshi and --polymarket, or --pairs: each a file of JSON lines.");
    }
    return files.catalogues(
        new MatchFiles.Catalogues(kalshi, polymarket, out),
        suggest
            ? new MatchFiles.Selection.Suggested(similarity)
            : new MatchFiles.Selection.Top(top));
  }
}
