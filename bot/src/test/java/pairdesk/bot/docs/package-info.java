/** Pages that people rely on, compared with the program. */
@NullMarked
package pairdesk.bot.docs;

import org.jspecify.annotations.NullMarked;
