package pairdesk.bot.app;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pairdesk.bot.access.Access;
import pairdesk.bot.access.Role;
import pairdesk.bot.discord.DiscordSettings;
import pairdesk.bot.text.Language;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Secret;

/**
 * The server, its channels and roles, and how the desk speaks there; empty when something is wrong.
 */
final class DiscordVariables {
  private static final String SNOWFLAKE = "an id of Discord: 15 to 20 digits";

  /** What a header can carry: a mark of omission, copied with an example, it cannot. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private final Environment environment;
  private final Values values;

  DiscordVariables(Environment environment) {
    this.environment = environment;
    this.values = new Values(environment);
  }

  Optional<Settings.Discord> read() {
    Optional<Secret> token =
        environment.secret("DISCORD_BOT_TOKEN", "the bot's token", "MTk4…", TOKEN);
    Optional<String> guild = snowflake("DISCORD_GUILD_ID");
    Optional<String> channel = snowflake("DISCORD_CHANNEL_ID");
    String audit =
        environment.optional(
            "DISCORD_AUDIT_CHANNEL_ID", "", SNOWFLAKE, "1180000000000000002", DiscordVariables::id);
    URI api = values.http("DISCORD_API_URL", Environment.secure(DiscordSettings.DISCORD, "https"));
    Optional<Usd> secondApprover =
        environment.optional(
            "SECOND_APPROVER_ABOVE_USD",
            Optional.<Usd>empty(),
            Values.USD,
            "500",
            text -> Optional.of(Values.positive(text)));
    Language language =
        environment.optional(
            "DISCORD_LANGUAGE",
            Language.ENGLISH,
            "en, de or zh-CN",
            "de",
            DiscordVariables::language);
    Map<String, Role> roles = roles();
    if (token.isEmpty() || guild.isEmpty() || channel.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Discord(
            new DiscordSettings(token.get(), api + "/", guild.get()),
            new Access(guild.get(), Set.of(channel.get()), roles),
            channel.get(),
            audit,
            secondApprover,
            language));
  }

  private Map<String, Role> roles() {
    Map<String, Role> roles = new HashMap<>();
    for (Role role : Role.values()) {
      String name = "DISCORD_" + role.name() + "_ROLE_ID";
      Optional<String> id = role == Role.VIEWER ? viewers(name) : snowflake(name);
      id.ifPresent(found -> roles.put(found, role));
    }
    return roles;
  }

  /** May be left out. */
  private Optional<String> viewers(String name) {
    return environment.optional(
        name, Optional.empty(), SNOWFLAKE, "1180000000000000010", text -> Optional.of(id(text)));
  }

  private static Language language(String text) {
    return Language.of(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private Optional<String> snowflake(String name) {
    return environment.required(name, SNOWFLAKE, "1180000000000000001", DiscordVariables::id);
  }

  private static String id(String text) {
    return Values.matching(text, "\\d{15,20}");
  }
}
