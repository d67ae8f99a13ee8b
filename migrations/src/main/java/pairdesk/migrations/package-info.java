/**
 * The schema: Flyway scripts under {@code db/migration}, and the migrator that applies them. A
 * script is never edited once merged; the next change is the next number.
 */
@NullMarked
package pairdesk.migrations;

import org.jspecify.annotations.NullMarked;
