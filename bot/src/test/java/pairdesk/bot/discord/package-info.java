/** What Discord is told, and when. */
@NullMarked
package pairdesk.bot.discord;

import org.jspecify.annotations.NullMarked;
