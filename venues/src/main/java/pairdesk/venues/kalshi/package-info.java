/**
 * Kalshi's trade API, version 2, as of autumn 2026.
 *
 * <pre>
 *   KalshiRest ◄── KalshiCatalog   series, events with their markets
 *       ▲     ◄── KalshiPoller ──► KalshiBooks ──► KalshiFeed's listener
 *       │         KalshiStream ──►     (both outcomes of every watched market)
 *       │               ▲
 *       │         KalshiSocket ──► KalshiAccountFeed   own fills and orders
 *       ◄── KalshiOrders ──► KalshiFences (order groups), KalshiLookup, KalshiAccount
 *       ◄── KalshiChores: KalshiTrading (pauses, refusals), KalshiLimits (rate budgets), spare fences
 * </pre>
 *
 * <table>
 *   <caption>Capabilities</caption>
 *   <tr><td>provisional fills</td><td>no: every fill is final</td></tr>
 *   <tr><td>client ids</td><td>ours, at most once for ever; not on fills of the lists. A repair without
 *       an answer is sent once more with the same body</td></tr>
 *   <tr><td>after a time-out</td><td>an order of a closed group cannot appear any more; one that rests,
 *       or found no group ready, may: setting, 30 s</td></tr>
 *   <tr><td>lag of lists</td><td>up to 5 s are expected, 0.4 s were seen</td></tr>
 *   <tr><td>IOC, FOK, GTC, GTD, post-only</td><td>all; no market orders</td></tr>
 *   <tr><td>selling</td><td>an ask of YES, a bid of YES for NO; IOC sales are reduce-only</td></tr>
 *   <tr><td>cash</td><td>per shard; an order spends its market's shard only</td></tr>
 *   <tr><td>stream</td><td>numbered books, unnumbered private channels; only with a key</td></tr>
 * </table>
 */
@NullMarked
package pairdesk.venues.kalshi;

import org.jspecify.annotations.NullMarked;
