package pairdesk.bot.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the bot may do in a channel: rights of its roles, then what the channel takes and gives, in
 * Discord's order (Permissions, in its developer documentation): everyone, roles together, the
 * member.
 */
final class ChannelPermissions {
  private static final long ADMINISTRATOR = 1L << 3;
  private static final Map<String, Long> WANTED = wanted();

  private final String guild;
  private final String me;
  private final JsonNode roles;
  private final Set<String> mine = new HashSet<>();

  /**
   * @param roles all of the guild's
   * @param member the bot's own entry there
   */
  ChannelPermissions(String guild, String me, JsonNode roles, JsonNode member) {
    this.guild = guild;
    this.me = me;
    this.roles = roles;
    member.path("roles").forEach(role -> mine.add(role.asText()));
  }

  private static Map<String, Long> wanted() {
    var wanted = new LinkedHashMap<String, Long>();
    wanted.put("Add Reactions", 1L << 6);
    wanted.put("View Channel", 1L << 10);
    wanted.put("Send Messages", 1L << 11);
    wanted.put("Embed Links", 1L << 14);
    wanted.put("Attach Files", 1L << 15);
    wanted.put("Read Message History", 1L << 16);
    wanted.put("Pin Messages", 1L << 51);
    return wanted;
  }

  /** Names of what is wanted and not given; empty when all of it is. */
  Set<String> missing(JsonNode channel) {
    long have = in(channel);
    var missing = new TreeSet<String>();
    WANTED.forEach((name, bit) -> {
      if ((have & bit) == 0) {
        missing.add(name);
      }
    });
    return missing;
  }

  private long in(JsonNode channel) {
    long have = 0;
    for (JsonNode role : roles) {
      String id = role.path("id").asText();
      if (id.equals(guild) || mine.contains(id)) {
        have |= bits(role.path("permissions"));
      }
    }
    if ((have & ADMINISTRATOR) != 0) {
      return ~0L;
    }
    var own = new ArrayList<JsonNode>();
    var member = new ArrayList<JsonNode>();
    for (JsonNode over : channel.path("permission_overwrites")) {
      String id = over.path("id").asText();
      if (id.equals(guild)) {
        have = with(have, List.of(over));
      } else if (mine.contains(id)) {
        own.add(over);
      } else if (id.equals(me)) {
        member.add(over);
      }
    }
    return with(with(have, own), member);
  }

  private static long with(long have, List<JsonNode> overwrites) {
    long denied = 0;
    long allowed = 0;
    for (JsonNode over : overwrites) {
      denied |= bits(over.path("deny"));
      allowed |= bits(over.path("allow"));
    }
    return (have & ~denied) | allowed;
  }

  private static long bits(JsonNode text) {
    return Long.parseLong(text.asText("0"));
  }
}
