/**
 * Looks whether everything is as it must be, and says for each point PASS, FAIL or UNKNOWN with
 * what to do. Reads and signs; never trades and changes nothing.
 */
@NullMarked
package pairdesk.bot.doctor;

import org.jspecify.annotations.NullMarked;
