/** The order book service: market data, orders, cancels and the trader's own records over HTTP. */
@NullMarked
package pairdesk.sandbox.wire.polymarket.clob;

import org.jspecify.annotations.NullMarked;
