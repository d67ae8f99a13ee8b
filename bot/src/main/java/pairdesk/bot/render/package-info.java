/** Numbers and texts as people read them: money, prices, tables, charts, escaped market text. */
@NullMarked
package pairdesk.bot.render;

import org.jspecify.annotations.NullMarked;
