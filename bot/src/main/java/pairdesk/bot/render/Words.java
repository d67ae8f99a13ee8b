package pairdesk.bot.render;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;

/** Words that many cards share. */
public final class Words {
  private Words() {}

  /** The name of a pair's state; as it was stored where this version knows none of that name. */
  public static String state(String stored, Texts texts) {
    return Arrays.stream(PairStatus.values())
        .filter(state -> state.name().equals(stored))
        .findFirst()
        .map(state -> texts.name("pair.state", state))
        .orElseGet(() -> stored.toLowerCase(Locale.ROOT));
  }

  /** Which pair something belongs to, inside a sentence or a title. */
  public static String pair(@Nullable PairId pair, Texts texts) {
    return pair == null ? texts.say("pair.no") : texts.say("pair.of", pair);
  }
}
