/** What the database is told, and the ports that write it. */
@NullMarked
package pairdesk.engine.journal;

import org.jspecify.annotations.NullMarked;
