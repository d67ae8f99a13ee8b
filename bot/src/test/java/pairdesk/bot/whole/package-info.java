/**
 * The desk whole, from outside: processes started as a user starts them, the local Discord used as
 * people use it, and the sandbox's truth against the desk's ledger.
 */
@NullMarked
package pairdesk.bot.whole;

import org.jspecify.annotations.NullMarked;
