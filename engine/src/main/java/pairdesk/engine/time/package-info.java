/**
 * Everything that is not repeatable: timers and ids. The clock is the JDK's {@code InstantSource}.
 */
@NullMarked
package pairdesk.engine.time;

import org.jspecify.annotations.NullMarked;
