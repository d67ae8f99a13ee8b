package pairdesk.matching.fit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Score against truth as a picture: a mark a bucket, the diagonal is perfect. */
public final class CalibrationPlot {
  private static final int SIZE = 560;
  private static final int LEFT = 70;
  private static final int TOP = 50;
  private static final int SPAN = 440;
  private static final int STEPS = 10;
  private static final int LARGEST = 28;
  private static final int RING = 12;

  private final Graphics2D pen;

  private CalibrationPlot(Graphics2D pen) {
    this.pen = pen;
  }

  /** Writes a PNG. */
  public static void write(Calibration calibration, Path file) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, SIZE, SIZE);
    CalibrationPlot plot = new CalibrationPlot(pen);
    plot.axes();
    plot.points(calibration);
    plot.title(calibration);
    pen.dispose();
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG: " + file);
    }
  }

  private void axes() {
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (int step = 0; step <= STEPS; step++) {
      double at = (double) step / STEPS;
      pen.setColor(new Color(0xE4E4E4));
      pen.drawLine(x(at), y(0), x(at), y(1));
      pen.drawLine(x(0), y(at), x(1), y(at));
      pen.setColor(Color.DARK_GRAY);
      String label = Integer.toString(step * 100 / STEPS);
      pen.drawString(label, x(at) - 8, y(0) + 18);
      pen.drawString(label, x(0) - 30, y(at) + 5);
    }
    pen.drawString("score", x(0.5) - 15, y(0) + 40);
    pen.drawString("right, in 100", 4, y(1) - 14);
    pen.setStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6}, 0));
    pen.drawLine(x(0), y(0), x(1), y(1));
  }

  /** Filled: ten buckets of equal width, larger ones for more pairs. Rings: ten of equal count. */
  private void points(Calibration calibration) {
    int most = calibration.buckets().stream().mapToInt(Calibration.Bucket::pairs).max().orElse(1);
    for (Calibration.Bucket bucket : calibration.buckets()) {
      int size = (int) Math.round(6 + LARGEST * Math.sqrt((double) bucket.pairs() / most));
      int x = x(bucket.score());
      int y = y(bucket.truth());
      pen.setColor(new Color(0x1F, 0x6F, 0xB5, 0xB0));
      pen.fillOval(x - size / 2, y - size / 2, size, size);
      pen.setColor(Color.BLACK);
      pen.drawString(Integer.toString(bucket.pairs()), x + size / 2 + 3, y + 12);
    }
    pen.setStroke(new BasicStroke(2));
    pen.setColor(new Color(0xD0, 0x6A, 0x10));
    for (Calibration.Bucket tenth : calibration.tenths()) {
      pen.drawOval(x(tenth.score()) - RING / 2, y(tenth.truth()) - RING / 2, RING, RING);
    }
  }

  private void title(Calibration calibration) {
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    pen.drawString(
        String.format(
            Locale.ROOT,
            "Unseen topics: mean error %.1f points by pairs, %.1f over tenths (rings); Brier %.3f",
            calibration.meanError(),
            calibration.meanErrorOfTenths(),
            calibration.brier()),
        LEFT,
        TOP - 28);
  }

  private static int x(double share) {
    return LEFT + (int) Math.round(share * SPAN);
  }

  private static int y(double share) {
    return TOP + SPAN - (int) Math.round(share * SPAN);
  }
}
