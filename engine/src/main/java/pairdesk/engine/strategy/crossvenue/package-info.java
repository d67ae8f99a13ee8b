/**
 * The same question on two venues: buy YES here and NO there when both together cost less than 1.
 */
@NullMarked
package pairdesk.engine.strategy.crossvenue;

import org.jspecify.annotations.NullMarked;
