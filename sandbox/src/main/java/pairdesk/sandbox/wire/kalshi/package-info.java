/**
 * Kalshi's trade API, version 2, as a client of it sees it: REST and WebSocket over the exchange
 * core, with its signatures, its error bodies and its numbers as text.
 *
 * <pre>
 *   request --FaultGate--&gt; Gateway (signature, rate) --&gt; ...Routes --&gt; Exchange
 *   Exchange --events--&gt; SocketHub --&gt; KalshiSocket (sids, seq) --FaultyStream--&gt; client
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.wire.kalshi;

import org.jspecify.annotations.NullMarked;
