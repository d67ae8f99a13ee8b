package pairdesk.bot.discord;

import pairdesk.venues.net.Secret;

/**
 * How to reach Discord.
 *
 * @param apiBase REST base with version; the gateway is learnt from it, so that one setting
 *     switches between Discord and a local server
 */
public record DiscordSettings(Secret token, String apiBase, String guild) {
  public static final String DISCORD = "https://discord.com/api/v10/";
}
