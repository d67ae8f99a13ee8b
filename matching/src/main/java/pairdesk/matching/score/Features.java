package pairdesk.matching.score;

import java.util.List;

/** All features, in the order of {@code weights.json}. */
public final class Features {
  static final List<Feature> ALL =
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

  private Features() {}

  public static List<String> names() {
    return ALL.stream().map(Feature::name).toList();
  }

  /** The values of a pair, in the order of {@link #names}. */
  public static double[] values(Comparison pair) {
    double[] values = new double[ALL.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = ALL.get(at).value(pair);
    }
    return values;
  }
}
