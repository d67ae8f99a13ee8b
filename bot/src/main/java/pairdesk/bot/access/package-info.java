/** Who may do what: roles, checked in front of every path. */
@NullMarked
package pairdesk.bot.access;

import org.jspecify.annotations.NullMarked;
