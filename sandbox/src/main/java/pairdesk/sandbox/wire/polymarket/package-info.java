/**
 * Polymarket on the wire: order book service (CLOB), listings (Gamma), positions (Data API) and the
 * two WebSocket channels, on one local port.
 *
 * <pre>
 *   /            CLOB           /gamma       Gamma            /ws/market   books and prices
 *   /api         geoblock       /data-api    Data API         /ws/user     own orders and trades
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket;

import org.jspecify.annotations.NullMarked;
