package pairdesk.bot.access;

import java.util.Set;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.Pairs;

/**
 * Who does something in the console, as the console's server reports it.
 *
 * @param event identity of the click, command or reaction, so that it counts once
 * @param language what they read
 */
public record Caller(
    String userId,
    String name,
    Set<String> roleIds,
    Place place,
    boolean bot,
    String event,
    Language language) {

  /** Where nothing is known of their language, as with a reaction. */
  public Caller(
      String userId, String name, Set<String> roleIds, Place place, boolean bot, String event) {
    this(userId, name, roleIds, place, bot, event, Language.ENGLISH);
  }

  public Caller {
    roleIds = Set.copyOf(roleIds);
  }

  /** Where it happens; the guild is empty in a direct message. */
  public record Place(String guild, String channel) {}

  /** The same person, answered in this language. */
  public Caller reading(Language other) {
    return new Caller(userId, name, roleIds, place, bot, event, other);
  }

  /** What is said to them alone. */
  public Texts texts() {
    return Texts.in(language);
  }

  public Actor actor() {
    return new Actor("discord:" + userId, name);
  }

  public Pairs.Request request() {
    return new Pairs.Request(actor(), "discord", event);
  }
}
