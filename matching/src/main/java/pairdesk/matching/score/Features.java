package pairdesk.matching.score;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The features of a pair, in the order of {@code weights.json}. A model of sentences adds one,
 * where one is configured. Immutable.
 */
public final class Features {
  private static final List<Feature> ALWAYS =
      List.of(
          new WordCosine(),
          new GramCosine(),
          new MissingMost(),
          new MissingLeast(),
          new WorstMissing(),
          new BothMissing(),
          new NamesApart(),
          new SubjectMost(),
          new SubjectLeast(),
          new SubjectLost(),
          new DeadlineEqual(),
          new DeadlineApart(),
          new WindowModeDiffers(),
          new RangeEqual(),
          new RangeConflict(),
          new RangeOneSided(),
          new ActionEqual(),
          new ActionConflict(),
          new FrameEqual(),
          new FrameConflict(),
          new FrameOneSided(),
          new EditionConflict(),
          new CloseGap(),
          new LengthRatio(),
          new JaroWinklerOfHeadlines(),
          new GameSides(),
          new SupportShared());

  /** Those that need nothing from outside. */
  public static final Features USUAL = new Features(ALWAYS);

  private final List<Feature> features;

  private Features(List<Feature> features) {
    this.features = List.copyOf(features);
  }

  /** The usual ones, and what this model makes of both questions. */
  public static Features with(SentenceModel model) {
    return new Features(
        Stream.concat(ALWAYS.stream(), Stream.of(new SentenceCosine(model))).toList());
  }

  /**
   * Those that these weights count. A model that they say nothing of is not asked.
   *
   * @param model null when none is configured
   */
  public static Features of(Weights weights, @Nullable SentenceModel model) {
    return model == null || !weights.needSentences() ? USUAL : with(model);
  }

  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /** The values of a pair, in the order of {@link #names}. */
  public double[] values(Comparison pair) {
    double[] values = new double[features.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = features.get(at).value(pair);
    }
    return values;
  }
}
