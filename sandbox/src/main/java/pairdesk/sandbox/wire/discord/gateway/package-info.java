/**
 * The bot's WebSocket: HELLO, IDENTIFY, READY, dispatches with sequence numbers, heartbeats, RESUME
 * with replay. A session outlives its connection: while it is away, what it misses is kept.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.gateway;

import org.jspecify.annotations.NullMarked;
