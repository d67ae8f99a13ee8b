/**
 * A second reader's opinion of a pair: the port to one, what it is asked, what it may answer, and
 * what the answer does to a proposal. It can lower a score and never raise one. Starts at {@link
 * pairdesk.matching.opinion.SecondReader}; calls no model itself.
 */
@NullMarked
package pairdesk.matching.opinion;

import org.jspecify.annotations.NullMarked;
