/** Candidates: cards, buttons and reactions by which a person decides on a pair. */
@NullMarked
package pairdesk.bot.review;

import org.jspecify.annotations.NullMarked;
