/** What the doctor makes of what it sees. */
@NullMarked
package pairdesk.bot.doctor;

import org.jspecify.annotations.NullMarked;
