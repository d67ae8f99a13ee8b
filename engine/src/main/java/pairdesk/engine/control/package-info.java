/** What people set and what survives a restart: mode and halt. */
@NullMarked
package pairdesk.engine.control;

import org.jspecify.annotations.NullMarked;
