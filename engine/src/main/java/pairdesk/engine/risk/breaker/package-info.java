/** Layer 4: does something stop new risk now. */
@NullMarked
package pairdesk.engine.risk.breaker;

import org.jspecify.annotations.NullMarked;
