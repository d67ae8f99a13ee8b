/**
 * How fast the parts are that stand between a tick and an order, each beside the plain composition
 * of libraries that does the same work in the same run. Start at {@link
 * pairdesk.benchmarks.Benchmarks}; what is compared with what stands in {@link
 * pairdesk.benchmarks.Comparison}.
 *
 * <p>Every state checks in its constructor that both sides find the same, and fails otherwise.
 */
@NullMarked
package pairdesk.benchmarks;

import org.jspecify.annotations.NullMarked;
