/** That the console says everything, in every language, from its files. */
@NullMarked
package pairdesk.bot.text;

import org.jspecify.annotations.NullMarked;
