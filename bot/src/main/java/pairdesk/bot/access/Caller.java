package pairdesk.bot.access;

import java.util.Set;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.Pairs;

/**
 * Who does something in the console, as the console's server reports it.
 *
 * @param event identity of the click, command or reaction, so that it counts once
 */
public record Caller(
    String userId, String name, Set<String> roleIds, Place place, boolean bot, String event) {
  public Caller {
    roleIds = Set.copyOf(roleIds);
  }

  /** Where it happens; the guild is empty in a direct message. */
  public record Place(String guild, String channel) {}

  public Actor actor() {
    return new Actor("discord:" + userId, name);
  }

  public Pairs.Request request() {
    return new Pairs.Request(actor(), "discord", event);
  }
}
