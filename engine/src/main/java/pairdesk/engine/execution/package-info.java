/** How a trade is done: plans, the state machine of two legs, partial fills. */
@NullMarked
package pairdesk.engine.execution;

import org.jspecify.annotations.NullMarked;
