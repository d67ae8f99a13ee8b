package pairdesk.bot.sentence;

/** From what an encoder gives to one vector of length one. */
final class Vectors {
  private Vectors() {}

  /**
   * The mean over a sentence's pieces, or the sentence's own vector where the model makes one.
   *
   * @throws IllegalArgumentException when the output is neither
   */
  static float[] sentence(Object output) {
    return switch (output) {
      case float[][][] pieces when pieces.length == 1 && pieces[0].length > 0 -> mean(pieces[0]);
      case float[][] whole when whole.length == 1 -> whole[0].clone();
      default -> throw new IllegalArgumentException("its first output is no vector");
    };
  }

  private static float[] mean(float[][] pieces) {
    float[] mean = new float[pieces[0].length];
    for (float[] piece : pieces) {
      for (int at = 0; at < mean.length; at++) {
        mean[at] += piece[at] / pieces.length;
      }
    }
    return mean;
  }

  /** A vector of nothing but zeros stays one. */
  static float[] unit(float[] vector) {
    double squares = 0;
    for (float each : vector) {
      squares += (double) each * each;
    }
    double length = Math.sqrt(squares);
    float[] unit = vector.clone();
    for (int at = 0; at < unit.length && length > 0; at++) {
      unit[at] = (float) (unit[at] / length);
    }
    return unit;
  }
}
