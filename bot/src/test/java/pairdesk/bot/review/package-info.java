/** Decisions on candidates: cards, reactions, typed words. */
@NullMarked
package pairdesk.bot.review;

import org.jspecify.annotations.NullMarked;
