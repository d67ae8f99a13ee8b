/** The heart: events in, effects out, on one thread. */
@NullMarked
package pairdesk.engine.loop;

import org.jspecify.annotations.NullMarked;
