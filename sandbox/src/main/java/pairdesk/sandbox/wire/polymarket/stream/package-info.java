/**
 * The two WebSocket channels. One thread turns the exchange's events into frames, so that every
 * client sees them in one order.
 *
 * <pre>
 *   Exchange --events--&gt; EventLoop --&gt; MarketChannel --&gt; MarketMirror (book hashes)
 *                                 '--&gt; UserChannel
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket.stream;

import org.jspecify.annotations.NullMarked;
