/** What people are told, and what happens while they cannot be told. */
@NullMarked
package pairdesk.bot.notify;

import org.jspecify.annotations.NullMarked;
