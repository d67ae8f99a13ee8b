/** Resting orders: immutable books, and the walk of their depth. */
@NullMarked
package pairdesk.engine.book;

import org.jspecify.annotations.NullMarked;
