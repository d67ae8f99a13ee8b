/**
 * Rows in and out. The journal writes what the engine reports, the intent store commits before an
 * order leaves, {@code Recovery} reads it all back at start; the rest are the tables as the console
 * asks for them. Generated table classes never leave this package.
 */
@NullMarked
package pairdesk.persistence;

import org.jspecify.annotations.NullMarked;
