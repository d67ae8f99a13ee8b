/** May we: rules in four layers, the first refusal wins and is recorded with its numbers. */
@NullMarked
package pairdesk.engine.risk;

import org.jspecify.annotations.NullMarked;
