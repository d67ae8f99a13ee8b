/** Layer 1: can what we see be believed, and can it be traded at all. */
@NullMarked
package pairdesk.engine.risk.data;

import org.jspecify.annotations.NullMarked;
