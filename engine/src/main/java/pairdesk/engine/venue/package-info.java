/** Ports to the outside, implemented by {@code pairdesk.venues} and by the paper exchange. */
@NullMarked
package pairdesk.engine.venue;

import org.jspecify.annotations.NullMarked;
