/** Whether an order that left is told from one that did not, whatever the other side does. */
@NullMarked
package pairdesk.venues.wire;

import org.jspecify.annotations.NullMarked;
