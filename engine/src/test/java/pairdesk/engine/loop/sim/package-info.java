/** Two hostile venues in memory, simulated time, one seed: the engine driven through faults. */
@NullMarked
package pairdesk.engine.loop.sim;

import org.jspecify.annotations.NullMarked;
