/** What can be traded: venues, markets, instruments, fee schedules, pairs. */
@NullMarked
package pairdesk.engine.market;

import org.jspecify.annotations.NullMarked;
