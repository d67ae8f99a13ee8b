/** Every command's answer, by golden files, and with absurd data. */
@NullMarked
package pairdesk.bot.command;

import org.jspecify.annotations.NullMarked;
