/** Exact amounts: integers with the unit in the type, rounding with a name. */
@NullMarked
package pairdesk.engine.money;

import org.jspecify.annotations.NullMarked;
