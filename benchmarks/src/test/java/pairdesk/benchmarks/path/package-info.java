/** Whether both paths buy the same. */
@NullMarked
package pairdesk.benchmarks.path;

import org.jspecify.annotations.NullMarked;
