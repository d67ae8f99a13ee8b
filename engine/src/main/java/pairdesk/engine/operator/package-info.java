/** What a person asks of the engine, and what it answers. */
@NullMarked
package pairdesk.engine.operator;

import org.jspecify.annotations.NullMarked;
