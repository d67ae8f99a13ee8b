/**
 * Hard contradictions. A veto speaks only when both sides state the matter; what one side leaves
 * out is the score's business. A vetoed pair is never proposed, however alike its texts.
 */
@NullMarked
package pairdesk.matching.veto;

import org.jspecify.annotations.NullMarked;
