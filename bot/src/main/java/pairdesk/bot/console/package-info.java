/**
 * What a console is, without Discord in it: requests, replies, cards, buttons, and the one door
 * through which every request comes.
 */
@NullMarked
package pairdesk.bot.console;

import org.jspecify.annotations.NullMarked;
