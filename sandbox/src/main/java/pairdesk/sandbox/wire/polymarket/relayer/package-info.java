/**
 * The venue's relayer: takes signed calls of wallets, checks who signed them, and leads them
 * through their states to their effect on the account.
 *
 * <pre>
 *   POST /submit ──► Submission ──► Relay ──► ContractCalls ──► Exchange.onChain
 *   (WALLET, SAFE, PROXY)             └──► NEW, EXECUTED, MINED, CONFIRMED or FAILED
 * </pre>
 *
 * <p>Wallets are deployed already; requests that would make one are refused.
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket.relayer;

import org.jspecify.annotations.NullMarked;
