/** The command line: one class per subcommand. */
@NullMarked
package pairdesk.bot.cli;

import org.jspecify.annotations.NullMarked;
