/** The commands that the bot has registered, for everyone and for the guild. */
@NullMarked
package pairdesk.sandbox.wire.discord.command;

import org.jspecify.annotations.NullMarked;
