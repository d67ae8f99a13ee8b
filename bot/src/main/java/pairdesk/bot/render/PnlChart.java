package pairdesk.bot.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import pairdesk.bot.console.Picture;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;
import pairdesk.engine.money.Usd;

/**
 * Profit over time as a picture. Amounts become floating point here, at the edge, for drawing only.
 */
public final class PnlChart {
  private static final Color BACKGROUND = new Color(0x2B2D31);
  private static final Color TEXT = new Color(0xDBDEE1);
  private static final Color GRID = new Color(0x41434A);
  private static final Color NET = new Color(0x57F287);
  private static final Color FEES = new Color(0xFEE75C);
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
  private static final int WIDTH = 800;
  private static final int HEIGHT = 380;
  private static final double DOLLAR = 1_000_000.0;

  private PnlChart() {}

  /**
   * What was earned up to a moment.
   *
   * @param net after fees
   */
  public record Point(Instant at, Usd net, Usd fees) {}

  /**
   * What the picture is about.
   *
   * @param mark before the title of what is not real
   * @param period as it was asked for
   */
  public record Subject(String mark, String period, Instant from, Instant to) {}

  /**
   * Draws the line of these points; an empty line is a flat one. In English where the machine has
   * no letters of the language; the words beside the picture are in it all the same.
   */
  public static Picture draw(Subject subject, List<Point> points, Texts texts) {
    Texts drawn = FONT.canDisplayUpTo(title(subject, texts)) < 0 ? texts : ENGLISH;
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title(subject, drawn))
            .yAxisTitle(drawn.say("pnl.chart.dollars"))
            .build();
    style(chart);
    var dates = new ArrayList<Date>();
    var net = new ArrayList<Double>();
    var fees = new ArrayList<Double>();
    add(new Point(subject.from(), Usd.ZERO, Usd.ZERO), dates, net, fees);
    points.forEach(point -> add(point, dates, net, fees));
    Point last = points.isEmpty() ? new Point(subject.to(), Usd.ZERO, Usd.ZERO) : points.getLast();
    add(new Point(subject.to(), last.net(), last.fees()), dates, net, fees);
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Step);
    chart
        .addSeries(drawn.say("pnl.chart.net"), dates, net)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(NET);
    chart
        .addSeries(drawn.say("pnl.chart.fees"), dates, fees)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(FEES);
    String words =
        texts.say(
            "pnl.chart.words",
            title(subject, texts),
            Numbers.signed(last.net()),
            Numbers.dollars(last.fees()));
    try (var png = new ByteArrayOutputStream()) {
      var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      chart.paint(graphics, WIDTH, HEIGHT);
      graphics.dispose();
      ImageIO.write(image, "png", png);
      return new Picture("pnl.png", words, png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the chart could not be drawn", e);
    }
  }

  private static String title(Subject subject, Texts texts) {
    return subject.mark() + texts.say("pnl.chart.title", subject.period());
  }

  private static void add(Point point, List<Date> dates, List<Double> net, List<Double> fees) {
    dates.add(Date.from(point.at()));
    net.add(point.net().e6() / DOLLAR);
    fees.add(point.fees().e6() / DOLLAR);
  }

  private static void style(XYChart chart) {
    var style = chart.getStyler();
    style.setChartBackgroundColor(BACKGROUND);
    style.setPlotBackgroundColor(BACKGROUND);
    style.setLegendBackgroundColor(BACKGROUND);
    style.setChartFontColor(TEXT);
    style.setAxisTickLabelsColor(TEXT);
    style.setPlotGridLinesColor(GRID);
    style.setPlotBorderVisible(false);
    style.setLegendBorderColor(BACKGROUND);
    style.setLegendPosition(Styler.LegendPosition.InsideNW);
    style.setDatePattern("dd MMM HH:mm");
  }
}
