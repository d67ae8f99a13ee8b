/** Books, orders and trades in the shapes that both HTTP and WebSocket use. */
@NullMarked
package pairdesk.sandbox.wire.polymarket.records;

import org.jspecify.annotations.NullMarked;
