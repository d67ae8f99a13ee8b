package pairdesk.sandbox.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Where catalogues come from. */
public final class Catalogues {

  private Catalogues() {}

  /** The shipped set; markets close weeks to months after this start. */
  public static Catalogue shipped(Instant start) {
    return new Renderer(start).render(FamilyReader.shipped());
  }

  /**
   * A larger set from files of one JSON object a line.
   *
   * @param kalshi with {@code ticker, event_ticker, title, subtitle, yes_sub_title, rules,
   *     close_time, category}
   * @param polymarket with {@code id, slug, question, description, groupItemTitle, endDate,
   *     outcomes, category, tokens}
   */
  public static Catalogue files(Path kalshi, Path polymarket, Instant start) throws IOException {
    return new ListingFiles(start).read(kalshi, polymarket);
  }
}
