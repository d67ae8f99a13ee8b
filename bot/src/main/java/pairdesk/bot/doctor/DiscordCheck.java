package pairdesk.bot.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.bot.access.Access;

/**
 * Whether the bot is let in, sees its channel, may write there, and knows the roles that may act.
 */
public record DiscordCheck(DiscordRest discord, Access access, String channel) implements Check {
  private static final String INVITE =
      "give the bot's role these permissions in the server, or invite it anew with them";

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    switch (discord.read("/users/@me")) {
      case DiscordRest.Answer.Read(var me) -> {
        findings.add(Finding.pass("Discord token", "the bot is " + me.path("username").asText()));
        findings.add(
            Finding.pass("Discord intents", "none that has to be switched on is asked for"));
        findings.add(roles());
        findings.add(permissions(me.path("id").asText()));
      }
      case DiscordRest.Answer.Refused(var status) ->
          findings.add(
              Finding.fail(
                  "Discord token",
                  "refused with " + status,
                  "make a new one in the developer portal: DISCORD_BOT_TOKEN"));
      case DiscordRest.Answer.Silent(var why) ->
          findings.add(Finding.unknown("Discord token", why, "repeat when Discord answers"));
    }
    return findings;
  }

  private Finding roles() {
    String subject = "Discord roles";
    return switch (discord.read("/guilds/" + access.guild() + "/roles")) {
      case DiscordRest.Answer.Read(var roles) -> {
        Set<String> missing = new TreeSet<>(access.roles().keySet());
        roles.forEach(role -> missing.remove(role.path("id").asText()));
        yield missing.isEmpty()
            ? Finding.pass(subject, "every configured role is there")
            : Finding.fail(
                subject,
                "not in the server: " + String.join(", ", missing),
                "correct DISCORD_…_ROLE_ID");
      }
      case DiscordRest.Answer.Refused(var status) ->
          Finding.fail(
              subject,
              "the server refuses with " + status,
              "correct DISCORD_GUILD_ID, and invite the bot there");
      case DiscordRest.Answer.Silent(var why) ->
          Finding.unknown(subject, why, "repeat when Discord answers");
    };
  }

  private Finding permissions(String me) {
    String subject = "Discord permissions";
    var roles = discord.read("/guilds/" + access.guild() + "/roles");
    var member = discord.read("/guilds/" + access.guild() + "/members/" + me);
    var place = discord.read("/channels/" + channel);
    if (place instanceof DiscordRest.Answer.Refused(var status)) {
      return Finding.fail(
          subject,
          "the channel refuses with " + status,
          "correct DISCORD_CHANNEL_ID, and let the bot see it");
    }
    if (roles instanceof DiscordRest.Answer.Read(JsonNode all)
        && member instanceof DiscordRest.Answer.Read(JsonNode self)
        && place instanceof DiscordRest.Answer.Read(JsonNode there)) {
      Set<String> missing = new ChannelPermissions(access.guild(), me, all, self).missing(there);
      return missing.isEmpty()
          ? Finding.pass(subject, "the bot may do in its channel what it must")
          : Finding.fail(subject, "missing: " + String.join(", ", missing), INVITE);
    }
    return Finding.unknown(subject, "Discord does not tell them", "repeat when it answers");
  }
}
