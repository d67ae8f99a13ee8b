/**
 * What a person sees before approving a pair: score, relation, reasons, contradictions, and the two
 * rule texts clause by clause with the words that decide.
 */
@NullMarked
package pairdesk.matching.review;

import org.jspecify.annotations.NullMarked;
