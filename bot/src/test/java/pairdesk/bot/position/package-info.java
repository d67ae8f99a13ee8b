/** Tests of positions by pair. */
@NullMarked
package pairdesk.bot.position;

import org.jspecify.annotations.NullMarked;
