/** The life of one order. */
@NullMarked
package pairdesk.engine.order;

import org.jspecify.annotations.NullMarked;
