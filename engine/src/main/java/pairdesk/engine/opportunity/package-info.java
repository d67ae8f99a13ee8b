/** What a strategy found: legs, edge, and the fees that were counted. */
@NullMarked
package pairdesk.engine.opportunity;

import org.jspecify.annotations.NullMarked;
