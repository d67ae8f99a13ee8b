package pairdesk.bot.sim;

import pairdesk.bot.sim.Sabotage.Retry;

/**
 * Mistakes that cost money, planted one at a time at the boundaries of the engine. A checker that
 * has never failed has not been tested: each of these must be found.
 */
enum PlantedBug {
  DECIDES_BY_EVENTS("stream and poll both hedge"),
  FILLS_TWICE("fills are not deduplicated"),
  NEW_ID_PER_RETRY("a retry carries a new id"),
  RESENDS("an order is signed and sent again on a time-out"),
  TIMEOUT_IS_NO("a time-out counts as a rejection"),
  RELEASES_ON_UNKNOWN("an unknown outcome releases its reservation"),
  FORGETS_ACKNOWLEDGED("acknowledged fills are not counted"),
  IGNORES_VOIDED("a fill that was taken back stays"),
  FAILED_IS_FINAL("FAILED is read as CONFIRMED"),
  PROVISIONAL_IS_FINAL("a provisional fill counts as final"),
  NO_FENCE("a hedge is tried again without closing the fence"),
  ZOMBIE_WINDOW_SHORT("an order is given up after five seconds"),
  FORGETS_SENT("a restart forgets orders that were sent"),
  SENDS_FIRST("an order leaves before its intent is committed"),
  FORGETS_FEE("fees are forgotten"),
  SWAPS_POLARITY("a pair's polarity is swapped"),
  WRONG_OUTCOME("NO is sent as YES at the price of NO"),
  EQUAL_DOLLARS("a leg is sized in dollars instead of shares"),
  MISSING_IS_EMPTY("a part that could not be read counts as empty"),
  IGNORES_HALT("the intents' transaction does not look at halt, mode and pair"),
  IGNORES_LEASE("the intents' transaction does not look at the lease"),
  IGNORES_APPROVAL_AGE("an approval never runs out");

  private final String text;

  PlantedBug(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** A fresh one for each run: some remember what they saw. */
  Sabotage plant() {
    return switch (this) {
      case DECIDES_BY_EVENTS -> new EffectBugs.Doubled();
      case FILLS_TWICE -> new FillBugs.Renamed();
      case NEW_ID_PER_RETRY -> new TaskBugs.Retrying(Retry.NEW_ID);
      case RESENDS -> new TaskBugs.Retrying(Retry.SIGNED_AGAIN);
      case TIMEOUT_IS_NO -> new AnswerBugs.TimeoutIsNo();
      case RELEASES_ON_UNKNOWN -> new AnswerBugs.Released();
      case FORGETS_ACKNOWLEDGED -> new AnswerBugs.Unacknowledged();
      case IGNORES_VOIDED -> new FillBugs.NeverVoided();
      case FAILED_IS_FINAL -> new FillBugs.FailedIsFinal();
      case PROVISIONAL_IS_FINAL -> new FillBugs.AllFinal();
      case NO_FENCE -> new TaskBugs.Unfenced();
      case ZOMBIE_WINDOW_SHORT -> new SettingBugs.ShortWindow();
      case FORGETS_SENT -> new SettingBugs.Forgetful();
      case SENDS_FIRST -> new TaskBugs.Hasty();
      case FORGETS_FEE -> new SettingBugs.Free();
      case SWAPS_POLARITY -> new SettingBugs.Swapped();
      case WRONG_OUTCOME -> new EffectBugs.WrongOutcome();
      case EQUAL_DOLLARS -> new EffectBugs.EqualDollars();
      case MISSING_IS_EMPTY -> new SettingBugs.MissingIsEmpty();
      case IGNORES_HALT -> new TaskBugs.Heedless();
      case IGNORES_LEASE -> new TaskBugs.Leaseless();
      case IGNORES_APPROVAL_AGE -> new TaskBugs.Stale();
    };
  }
}
