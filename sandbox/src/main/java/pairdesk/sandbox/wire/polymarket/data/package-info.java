/** The Data API: what a wallet holds and did, told to anybody. */
@NullMarked
package pairdesk.sandbox.wire.polymarket.data;

import org.jspecify.annotations.NullMarked;
