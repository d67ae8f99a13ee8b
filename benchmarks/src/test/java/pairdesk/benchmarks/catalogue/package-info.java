/** Whether the catalogues are read to their ends. */
@NullMarked
package pairdesk.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
