package pairdesk.matching.fit;

/** Linear equations by elimination with pivots. */
final class Gauss {
  private Gauss() {}

  /**
   * @param rows a square of coefficients with the right-hand side as last column; overwritten
   */
  static double[] solve(double[][] rows) {
    int size = rows.length;
    for (int at = 0; at < size; at++) {
      swapPivot(rows, at);
      for (int row = 0; row < size; row++) {
        double factor = row == at ? 0 : rows[row][at] / rows[at][at];
        for (int column = at; factor != 0 && column <= size; column++) {
          rows[row][column] -= factor * rows[at][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int at = 0; at < size; at++) {
      solution[at] = rows[at][size] / rows[at][at];
    }
    return solution;
  }

  private static void swapPivot(double[][] rows, int at) {
    int pivot = at;
    for (int below = at + 1; below < rows.length; below++) {
      pivot = Math.abs(rows[below][at]) > Math.abs(rows[pivot][at]) ? below : pivot;
    }
    double[] swap = rows[at];
    rows[at] = rows[pivot];
    rows[pivot] = swap;
  }
}
