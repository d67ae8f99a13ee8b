/** Whether every benchmark still runs. */
@NullMarked
package pairdesk.benchmarks;

import org.jspecify.annotations.NullMarked;
