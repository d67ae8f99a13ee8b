/**
 * Whether an order or a key request was signed by whom it names: EIP-712 digests, signature
 * recovery, and the wallets that belong to a key. Nothing here signs.
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket.signing;

import org.jspecify.annotations.NullMarked;
