/** One class per slash command. */
@NullMarked
package pairdesk.bot.command;

import org.jspecify.annotations.NullMarked;
