/** The relayer's signatures and calls. */
@NullMarked
package pairdesk.sandbox.wire.polymarket.relayer;

import org.jspecify.annotations.NullMarked;
