/** What goes over the wire to Discord, kept and held against its published description. */
@NullMarked
package pairdesk.bot.wire;

import org.jspecify.annotations.NullMarked;
