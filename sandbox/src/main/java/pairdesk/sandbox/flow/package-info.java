/**
 * The hidden participants: what they believe, how each venue's makers lag and err, where gaps open
 * between the venues, and what comes true in the end. Chances are doubles here and become prices at
 * the edge; all of it comes from one seed.
 *
 * <pre>
 *   Beliefs (a chance per question) --&gt; Maker (one a market: lag, error, misreading) --&gt; quotes
 *   Gaps --misreading--^                Takers --small orders--&gt; exchange      Outcomes --resolve--&gt;
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.flow;

import org.jspecify.annotations.NullMarked;
