package pairdesk.bot.report;

import pairdesk.engine.market.Instrument;

/** Names of things inside a text. */
final class Words {
  private Words() {}

  /** {@code kalshi KXRAIN YES}. */
  static String of(Instrument instrument) {
    return instrument.venue().code()
        + " "
        + instrument.market().code()
        + " "
        + instrument.outcome();
  }
}
