/** What is sent to a venue and what comes back. */
@NullMarked
package pairdesk.engine.order;

import org.jspecify.annotations.NullMarked;
