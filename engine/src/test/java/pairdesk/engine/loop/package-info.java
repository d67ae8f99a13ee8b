/** The engine, driven by events and compared by effects. */
@NullMarked
package pairdesk.engine.loop;

import org.jspecify.annotations.NullMarked;
