/** The machine of two legs, by its tables. */
@NullMarked
package pairdesk.engine.execution;

import org.jspecify.annotations.NullMarked;
