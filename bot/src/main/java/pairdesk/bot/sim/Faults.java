package pairdesk.bot.sim;

/** How often what goes wrong, in thousandths; each class is off in about half of the seeds. */
record Faults(Wire wire, Streams streams, Venue venue, Storage storage) {
  static final Faults NONE =
      new Faults(
          new Wire(0, 0, 0, 0, 0),
          new Streams(0, 0, 0, 0),
          new Venue(0, 0, 0, 0, 0),
          new Storage(0, 0, 0));

  /**
   * Requests.
   *
   * @param requestLost never arrives
   * @param answerLost carried out, and nobody hears of it
   * @param late carried out long after we gave up waiting
   * @param twice arrives twice
   * @param refused proved never to have left
   */
  record Wire(int requestLost, int answerLost, int late, int twice, int refused) {
    private static Wire draw(Chance chance) {
      return new Wire(
          on(chance, 120), on(chance, 150), on(chance, 100), on(chance, 100), on(chance, 60));
    }
  }

  /**
   * Messages of the venues' streams.
   *
   * @param heavy ten times as slow as usual
   */
  record Streams(int lost, int twice, int swapped, int heavy) {
    private static Streams draw(Chance chance) {
      return new Streams(on(chance, 150), on(chance, 200), on(chance, 150), on(chance, 100));
    }
  }

  /**
   * What the venues do.
   *
   * @param failsToSettle of Polymarket's trades
   * @param settlesLate of Polymarket's trades: nothing for ten to fifty seconds
   * @param refuses an order, for no reason of ours
   * @param unreadable of reads: a page is missing
   * @param laggingReads of reads: as of a second ago
   */
  record Venue(int failsToSettle, int settlesLate, int refuses, int unreadable, int laggingReads) {
    private static Venue draw(Chance chance) {
      return new Venue(
          on(chance, 350), on(chance, 400), on(chance, 120), on(chance, 300), on(chance, 400));
    }
  }

  /**
   * The database.
   *
   * @param answerLost of commits that happened: read again by key
   * @param answerGone of those: that reading fails as well
   */
  record Storage(int slow, int answerLost, int answerGone) {
    private static Storage draw(Chance chance) {
      return new Storage(on(chance, 150), on(chance, 200), on(chance, 400));
    }
  }

  static Faults draw(Chance chance) {
    return new Faults(
        Wire.draw(chance), Streams.draw(chance), Venue.draw(chance), Storage.draw(chance));
  }

  private static int on(Chance chance, int most) {
    return chance.in(500) ? chance.between(1, most) : 0;
  }
}
