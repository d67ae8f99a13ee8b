/**
 * The way from a tick to two orders on made markets: the desk's own engine, clients and order
 * tasks, with doors in this process in place of the venues. What is run here once is compiled when
 * the first real order needs it, and can be timed.
 */
@NullMarked
package pairdesk.bot.rehearsal;

import org.jspecify.annotations.NullMarked;
