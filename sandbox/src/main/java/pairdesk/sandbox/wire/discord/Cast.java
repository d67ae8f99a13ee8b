package pairdesk.sandbox.wire.discord;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pairdesk.sandbox.wire.discord.DiscordOptions.BotGrants;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Application;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Channel.Overwrite;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Permission;
import pairdesk.sandbox.wire.discord.world.Role;

/**
 * The fixed cast: viewer, operator, admin and the bot, with #desk for all and #audit to read.
 * Operators may manage the server, which is what commands of that default permission ask for.
 */
final class Cast {
  private static final long EVERYONE =
      Permission.bits(
          Permission.VIEW_CHANNEL,
          Permission.SEND_MESSAGES,
          Permission.READ_MESSAGE_HISTORY,
          Permission.ADD_REACTIONS,
          Permission.USE_APPLICATION_COMMANDS);
  private static final long SPEAKING =
      Permission.bits(Permission.SEND_MESSAGES, Permission.USE_APPLICATION_COMMANDS);

  private Cast() {}

  static Application application(BotGrants bot) {
    return new Application(
        id(DiscordDirectory.APPLICATION), bot.token(), bot.permissions(), bot.privilegedIntents());
  }

  static Guild guild(BotGrants grants, Instant now) {
    Member bot =
        new Member(
            id(DiscordDirectory.BOT),
            "Pairdesk",
            "Pairdesk",
            true,
            Set.of(id(DiscordDirectory.BOT_ROLE)));
    List<Member> members =
        List.of(
            bot,
            person(DiscordDirectory.VIEWER, "Viewer", DiscordDirectory.VIEWER_ROLE),
            person(DiscordDirectory.OPERATOR, "Operator", DiscordDirectory.OPERATOR_ROLE),
            person(DiscordDirectory.ADMIN, "Admin", DiscordDirectory.ADMIN_ROLE));
    return new Guild(
        id(DiscordDirectory.GUILD), "Pairdesk", now, roles(grants), channels(), members, bot);
  }

  private static List<Role> roles(BotGrants grants) {
    return List.of(
        new Role(id(DiscordDirectory.GUILD), "@everyone", 0, EVERYONE, 0),
        new Role(id(DiscordDirectory.VIEWER_ROLE), "viewer", 1, EVERYONE, 0x3498DB),
        new Role(
            id(DiscordDirectory.OPERATOR_ROLE),
            "operator",
            2,
            EVERYONE | Permission.MANAGE_GUILD.bit(),
            0x2ECC71),
        new Role(
            id(DiscordDirectory.ADMIN_ROLE),
            "admin",
            3,
            EVERYONE | Permission.ADMINISTRATOR.bit(),
            0xE67E22),
        new Role(id(DiscordDirectory.BOT_ROLE), "Pairdesk", 4, grants.permissions(), 0x5865F2));
  }

  private static List<Channel> channels() {
    Map<Snowflake, Overwrite> readOnly =
        Map.of(
            id(DiscordDirectory.GUILD), new Overwrite(0, SPEAKING),
            id(DiscordDirectory.BOT_ROLE), new Overwrite(SPEAKING, 0));
    return List.of(
        new Channel(
            id(DiscordDirectory.DESK_CHANNEL),
            "desk",
            "Pairs, opportunities and executions",
            0,
            Map.of()),
        new Channel(
            id(DiscordDirectory.AUDIT_CHANNEL),
            "audit",
            "Who decided what, and when",
            1,
            readOnly));
  }

  private static Member person(long id, String displayName, long role) {
    return new Member(
        id(id), displayName.toLowerCase(Locale.ROOT), displayName, false, Set.of(id(role)));
  }

  private static Snowflake id(long value) {
    return new Snowflake(value);
  }
}
