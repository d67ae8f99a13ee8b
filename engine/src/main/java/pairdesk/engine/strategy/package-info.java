/** What a strategy is, and the list of them. */
@NullMarked
package pairdesk.engine.strategy;

import org.jspecify.annotations.NullMarked;
