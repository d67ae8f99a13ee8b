/**
 * Polymarket: signing, listings, books, orders and account.
 *
 * <pre>
 *   Gamma ───────► PolymarketCatalog ──► Market           listings, terms, fees
 *   CLOB books ──► PolymarketFeed ─────► Book             stream, hash check, REST comparison
 *   CLOB orders ◄─ PolymarketOrders ◄─── OrderIntent      signed here, sent once
 *   CLOB account ► PolymarketAccount ──► AccountSnapshot  balance, holdings, orders, fills
 *   user stream ─► PolymarketAccountFeed ► Fill           PROVISIONAL, then FINAL or VOIDED
 * </pre>
 *
 * <table>
 * <caption>Capabilities</caption>
 * <tr><td>provisional fills</td><td>yes: MATCHED is provisional, CONFIRMED final, FAILED voided</td></tr>
 * <tr><td>idempotent ids</td><td>the order's digest is known before sending; a second arrival of
 * the same bytes is refused as a duplicate while the venue remembers the first</td></tr>
 * <tr><td>late arrival</td><td>no fence: an order may be booked long after a time-out; the window
 * is a setting, 180 s</td></tr>
 * <tr><td>GTC, GTD, post-only</td><td>yes; a GTD lives at least two minutes</td></tr>
 * <tr><td>IOC</td><td>SELL: the venue's FAK. BUY: the venue's FAK spends dollars and brings more
 * shares than asked when the price is better, so it is a GTD of exactly these shares whose rest is
 * cancelled before the answer is given</td></tr>
 * <tr><td>FOK</td><td>SELL: exact. BUY: spends the dollars that the shares cost at the limit; at a
 * better price it brings more shares</td></tr>
 * <tr><td>fees</td><td>not reported by the venue; computed per taker fill from the market's
 * schedule</td></tr>
 * <tr><td>markets</td><td>two outcomes, the first is YES; orders of version 2, and of version 3 for
 * markets of the position ledger where the settings switch them on</td></tr>
 * </table>
 */
@NullMarked
package pairdesk.venues.polymarket;

import org.jspecify.annotations.NullMarked;
