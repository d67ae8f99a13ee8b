/** The simulation itself, tried: many seeds, planted bugs, a second arithmetic. */
@NullMarked
package pairdesk.bot.sim;

import org.jspecify.annotations.NullMarked;
