/**
 * What an account does on Polygon itself: approve, split, merge, redeem, convert, wrap and unwrap.
 *
 * <pre>
 *   ChainCall ──► CallEncoder ──► EncodedCall ──┬─► EoaSender ──────► node        the key pays the gas
 *                 (ContractTable)               └─► RelayerSender ──► relayer     the venue pays it
 *   ChainReader ◄── node                            balances and approvals
 * </pre>
 *
 * <p>Calls name contracts of one pinned table and no other address. A call is prepared first, so
 * that its id is known and can be written down before anything leaves, and is then sent once; what
 * became of a call without an answer is asked by that id.
 */
@NullMarked
package pairdesk.venues.polymarket.chain;

import org.jspecify.annotations.NullMarked;
