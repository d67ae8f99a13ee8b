/** The command line, called in this process. */
@NullMarked
package pairdesk.bot.cli;

import org.jspecify.annotations.NullMarked;
