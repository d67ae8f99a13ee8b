/**
 * Which market on one venue is the same question as one on the other: start at {@link
 * pairdesk.matching.Matcher}.
 */
@NullMarked
package pairdesk.matching;

import org.jspecify.annotations.NullMarked;
