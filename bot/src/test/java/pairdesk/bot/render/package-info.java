/** Numbers, foreign text and tables. */
@NullMarked
package pairdesk.bot.render;

import org.jspecify.annotations.NullMarked;
