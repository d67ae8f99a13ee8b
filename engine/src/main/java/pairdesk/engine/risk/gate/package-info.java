/** The gate itself: every rule in its layer, and the approval of single orders. */
@NullMarked
package pairdesk.engine.risk.gate;

import org.jspecify.annotations.NullMarked;
