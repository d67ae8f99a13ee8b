/** {@code POST /control/discord}: switches faults on. */
@NullMarked
package pairdesk.sandbox.wire.discord.control;

import org.jspecify.annotations.NullMarked;
