/**
 * The paper exchange: takes orders like a venue and fills them only on what the live book proves.
 * Nothing in here can reach a venue.
 *
 * <pre>
 *   books ──► PaperExchange ──► fills and moves, each with its {@link FillEvidence}
 *   orders ──►  (one lock, one latency)   PaperMatcher decides · Taken remembers what was used up
 * </pre>
 *
 * <p>What its fills prove: that somebody displayed these shares at this price after our latency.
 * What they cannot prove: that nobody else would have taken them first, that the venue would have
 * settled the trade, and what our own order would have moved.
 */
@NullMarked
package pairdesk.engine.paper;

import org.jspecify.annotations.NullMarked;
