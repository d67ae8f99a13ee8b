/** The halt from outside, against venues and rows that a test scripts. */
@NullMarked
package pairdesk.bot.halt;

import org.jspecify.annotations.NullMarked;
