package pairdesk.bot.console;

/**
 * Where the console speaks.
 *
 * @param auditChannel empty: nowhere
 */
public record Places(String deskChannel, String auditChannel) {}
