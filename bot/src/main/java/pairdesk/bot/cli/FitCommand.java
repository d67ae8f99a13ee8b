package pairdesk.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.sentence.LoadedModel;
import pairdesk.matching.file.FitFiles;
import pairdesk.matching.file.FitFiles.Catalogue;
import pairdesk.matching.score.Features;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Refits the matcher's weights from labelled pairs in a file, without any venue or database. */
@Command(
    name = "fit",
    description =
        "Fits the matcher's weights on labelled pairs and measures them on unseen topics.")
final class FitCommand implements Callable<Integer> {
  @Option(names = "--pairs", required = true, description = "Labelled pairs, one a line.")
  @SuppressWarnings("NullAway.Init")
  private Path pairs;

  @Option(names = "--kalshi", description = "Kalshi's catalogue, to learn how rare words are.")
  private @Nullable Path kalshi;

  @Option(names = "--polymarket", description = "Polymarket's catalogue, for the same.")
  private @Nullable Path polymarket;

  @Option(
      names = "--out",
      required = true,
      description =
          "Folder for weights.json, folds.json, scores.jsonl, calibration.png and, with both"
              + " catalogues, suggestions.jsonl.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SentenceOptions sentences;

  @Override
  public Integer call() throws IOException {
    List<Catalogue> catalogues = new ArrayList<>();
    if (kalshi != null) {
      catalogues.add(new Catalogue.OfKalshi(kalshi));
    }
    if (polymarket != null) {
      catalogues.add(new Catalogue.OfPolymarket(polymarket));
    }
    FitFiles.Summary fitted = fit(catalogues);
    BadLines.print(fitted.badLines());
    System.out.printf(
        Locale.ROOT,
        "%,d pairs; on unseen topics: AP %.3f, best F1 %.3f, recall at precision 0.95 %.3f,"
            + " Brier score %.3f, mean calibration error %.1f points (%.1f over tenths)%n"
            + "written to %s%n",
        fitted.pairs(),
        fitted.ranking().averagePrecision(),
        fitted.ranking().bestF1(),
        fitted.ranking().recallAtPrecision(0.95),
        fitted.calibration().brier(),
        fitted.calibration().meanError(),
        fitted.calibration().meanErrorOfTenths(),
        out);
    return ExitCodes.DONE;
  }

  private FitFiles.Summary fit(List<Catalogue> catalogues) throws IOException {
    try (@Nullable LoadedModel model = sentences.open()) {
      Features features = model == null ? Features.USUAL : Features.with(model);
      return FitFiles.fit(new FitFiles.Sources(pairs, catalogues, features), out);
    }
  }
}
