/**
 * A halt from outside the desk: the row is committed, every venue is told to cancel everything
 * until its own complete list shows nothing, and what is left over is told. Needs neither the desk
 * nor Discord, and no venue waits for another one.
 *
 * <pre>
 *   HaltBook (row, what the desk had open)
 *        │ at most 3 s ahead
 *        ▼
 *   SiteHalt for each venue: cancel all → list → wait → …     ──►  HaltReport
 * </pre>
 */
@NullMarked
package pairdesk.bot.halt;

import org.jspecify.annotations.NullMarked;
