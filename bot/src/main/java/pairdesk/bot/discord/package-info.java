/** The only package that sees JDA. */
@NullMarked
package pairdesk.bot.discord;

import org.jspecify.annotations.NullMarked;
