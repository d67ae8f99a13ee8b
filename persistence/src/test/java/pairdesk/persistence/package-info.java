/** Tests against a real PostgreSQL. */
@NullMarked
package pairdesk.persistence;

import org.jspecify.annotations.NullMarked;
