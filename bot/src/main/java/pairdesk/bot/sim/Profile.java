package pairdesk.bot.sim;

import java.time.Duration;

/**
 * What a seed lives through.
 *
 * @param hostile how long faults last; then everything must heal
 */
record Profile(boolean calm, Duration hostile, Work work, Faults faults, Events events) {
  private static final int CALM_EVERY = 10;
  private static final Duration SHORT = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofSeconds(150);

  /**
   * The markets' flow.
   *
   * @param beat between two looks of the crowd at a pair
   * @param windows of looks that open a gap between the venues, in thousandths
   * @param levelShares about as many shares lie on a level
   * @param gaps of looks at which the belief jumps, in thousandths
   */
  record Work(int pairs, Duration beat, int windows, int levelShares, int gaps) {
    private static Work draw(Chance chance) {
      boolean bursty = chance.in(500);
      boolean thin = chance.in(250);
      return new Work(
          chance.between(1, 4),
          bursty ? chance.millis(250, 700) : chance.millis(900, 3_000),
          chance.between(80, 400),
          thin ? chance.between(8, 40) : chance.between(120, 900),
          chance.in(300) ? chance.between(5, 40) : 0);
    }
  }

  /** How often in a run what happens at random instants. */
  record Events(
      int crashes, int hangs, int modes, int outages, int freezes, int commands, int changes) {
    static final Events NONE = new Events(0, 0, 0, 0, 0, 0, 0);

    private static Events draw(Chance chance) {
      return new Events(
          some(chance, 3),
          some(chance, 2),
          some(chance, 2),
          some(chance, 2),
          some(chance, 3),
          some(chance, 6),
          some(chance, 2));
    }

    private static int some(Chance chance, int most) {
      return chance.in(450) ? chance.between(1, most) : 0;
    }
  }

  /** Every tenth seed is calm: the venues work as they should, fifty milliseconds away. */
  static Profile of(long seed) {
    Chance chance = Chance.of(seed, "profile");
    boolean calm = Math.floorMod(seed, CALM_EVERY) == 0;
    return new Profile(
        calm,
        chance.spread(SHORT, LONG),
        Work.draw(chance),
        calm ? Faults.NONE : Faults.draw(chance),
        calm ? Events.NONE : Events.draw(chance));
  }
}
