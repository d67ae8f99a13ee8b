/** Faults on demand: what a test switches on over {@code POST /control/discord}. */
@NullMarked
package pairdesk.sandbox.wire.discord.fault;

import org.jspecify.annotations.NullMarked;
