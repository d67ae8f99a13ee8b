package pairdesk.sandbox.wire.discord;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import pairdesk.sandbox.wire.discord.world.Permission;

/**
 * How the local Discord is started.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param clock times of messages and the limits of interactions; clients compare ids with their own
 *     clock, so outside tests it should be the system's
 * @param chance source of tokens
 * @param bot what the bot may do
 */
public record DiscordOptions(int port, InstantSource clock, RandomGenerator chance, BotGrants bot) {

  /**
   * What the bot was granted when it was invited.
   *
   * @param permissions bits of its role
   * @param privilegedIntents bits of the privileged gateway intents, 0 for none
   */
  public record BotGrants(String token, long permissions, long privilegedIntents) {
    /** Discord's form of a token, but valid nowhere else. */
    public static final String TOKEN = "MTEwMDAwMDAwMDAwMDAwMDIwMQ.local.pairdesk-sandbox-bot";

    /** What the console needs. */
    public static final BotGrants USUAL =
        new BotGrants(
            TOKEN,
            Permission.bits(
                Permission.VIEW_CHANNEL,
                Permission.SEND_MESSAGES,
                Permission.MANAGE_MESSAGES,
                Permission.EMBED_LINKS,
                Permission.ATTACH_FILES,
                Permission.READ_MESSAGE_HISTORY,
                Permission.ADD_REACTIONS,
                Permission.USE_APPLICATION_COMMANDS,
                Permission.PIN_MESSAGES),
            0);

    @Override
    public String toString() {
      return "BotGrants[token=***]";
    }
  }

  /** With what the bot usually has. */
  public static DiscordOptions usual(int port, InstantSource clock, RandomGenerator chance) {
    return new DiscordOptions(port, clock, chance, BotGrants.USUAL);
  }

  public DiscordOptions withBot(BotGrants grants) {
    return new DiscordOptions(port, clock, chance, grants);
  }
}
