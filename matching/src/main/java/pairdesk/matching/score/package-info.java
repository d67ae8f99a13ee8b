/**
 * How alike two propositions are: one small file per feature, weighed by named weights from {@code
 * weights.json}. The result is a probability; it orders candidates and never decides anything.
 */
@NullMarked
package pairdesk.matching.score;

import org.jspecify.annotations.NullMarked;
