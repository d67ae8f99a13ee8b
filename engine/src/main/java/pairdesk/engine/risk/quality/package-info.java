/** Layer 2: is it good enough. */
@NullMarked
package pairdesk.engine.risk.quality;

import org.jspecify.annotations.NullMarked;
