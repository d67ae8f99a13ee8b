/**
 * Reads a listing into a {@link pairdesk.matching.text.Proposition}: normalised words, named things
 * from the vocabularies, dates, numbers with comparators, negation, and who does what to whom.
 *
 * <pre>
 * Listing ─► Words ─► DateReader ─► Teams ─► Lexicon ─► NumberReader ─► Proposition
 *                         (each takes its words away from those after it)
 * </pre>
 */
@NullMarked
package pairdesk.matching.text;

import org.jspecify.annotations.NullMarked;
