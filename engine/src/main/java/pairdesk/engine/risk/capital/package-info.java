/** Layer 3: can we afford to lose it. */
@NullMarked
package pairdesk.engine.risk.capital;

import org.jspecify.annotations.NullMarked;
