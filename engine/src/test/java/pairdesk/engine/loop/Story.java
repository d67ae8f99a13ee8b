package pairdesk.engine.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * Plays a story and writes it down again with what really happened. A story is a text of lines:
 *
 * <pre>
 * # a remark
 * plan taker taker
 * books YES 0.39 x 5000 / 0.40 x 100 | NO 0.54 x 5000 / 0.55 x 100
 *   effects of that, indented, in the words of {@link Transcript}
 * ENTRY#0 kalshi/YES fills 100
 *   effects of that
 * </pre>
 *
 * <p>Every line at the margin is a fact, {@link StoryFacts} knows them; the indented lines under it
 * are all that the engine asked for because of it. A fact without such lines had no effects.
 */
final class Story {
  private final Transcript transcript = new Transcript();
  private final StoryFacts facts = new StoryFacts();

  /** The story as it goes; the same text when it was told right. */
  String play(String told) {
    var played = new ArrayList<String>();
    for (String line : told.lines().toList()) {
      if (line.startsWith("  ")) {
        continue;
      }
      played.add(line);
      if (!line.isEmpty() && !line.startsWith("#")) {
        List<Effect> effects = facts.happens(line);
        transcript.of(effects).lines().map(effect -> "  " + effect).forEach(played::add);
      }
    }
    return String.join("\n", played) + "\n";
  }
}
