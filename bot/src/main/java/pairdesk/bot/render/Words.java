package pairdesk.bot.render;

import org.jspecify.annotations.Nullable;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairId;

/** Words that many cards share. */
public final class Words {
  private Words() {}

  /** Which pair something belongs to, inside a sentence or a title. */
  public static String pair(@Nullable PairId pair, Texts texts) {
    return pair == null ? texts.say("pair.no") : texts.say("pair.of", pair);
  }
}
