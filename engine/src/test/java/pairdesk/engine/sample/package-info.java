/** Markets, books and views for tests. */
@NullMarked
package pairdesk.engine.sample;

import org.jspecify.annotations.NullMarked;
