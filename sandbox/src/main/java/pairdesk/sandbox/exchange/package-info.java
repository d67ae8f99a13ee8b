/**
 * The exchange behind both sandbox venues: markets, orders, matching, accounts, settlement.
 *
 * <p>Everything is decided under one lock, in the order of the calls, from one seed and one clock:
 * the same calls at the same moments give the same trades. Listeners are told in that order.
 *
 * <pre>
 *   front --place, cancel--&gt; Exchange --&gt; MatchingBook --&gt; Ledger
 *   front &lt;--ExchangeEvent---    |
 *                              Agenda: expiry, close, settlement, participants
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
