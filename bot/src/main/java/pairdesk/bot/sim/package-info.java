/**
 * The simulation: the real engine between two hostile venues, in simulated time, one seed for
 * everything. The one place that sees engine and exchange together.
 *
 * <pre>
 *   Flow ──quotes──► Exchange ──books──► Feed ──┐              ┌─► Store (what survives a crash)
 *                     ▲  │ ──own orders─► PrivateStream ┼► Desk: Engine ─► Orders ──Wire──► House ─► Exchange
 *                     │  └─────► Truth           │        ▲
 *   Mischief ─────────┴── crashes, modes, people ┴────────┘      Checks: after every event
 * </pre>
 *
 * <p>One thread and one heap of (time, tie-break, task) run a seed; the seed breaks ties. Each
 * component draws from a stream of its own. The same seed gives the same trace on every machine.
 */
@NullMarked
package pairdesk.bot.sim;

import org.jspecify.annotations.NullMarked;
