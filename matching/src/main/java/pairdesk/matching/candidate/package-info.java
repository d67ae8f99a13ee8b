/**
 * Finds, for a market, the few markets of the other venue that are worth a closer look, without
 * comparing all pairs: inverted indexes over words and over character trigrams, frequent entries
 * skipped, changed one listing at a time.
 */
@NullMarked
package pairdesk.matching.candidate;

import org.jspecify.annotations.NullMarked;
