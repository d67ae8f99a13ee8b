/**
 * What all parts of the venue share: the exchange behind it, its listings, who trades, its mood.
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket.venue;

import org.jspecify.annotations.NullMarked;
