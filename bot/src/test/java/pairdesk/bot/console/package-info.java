/** The one door: who may do what, what ids and limits hold. */
@NullMarked
package pairdesk.bot.console;

import org.jspecify.annotations.NullMarked;
