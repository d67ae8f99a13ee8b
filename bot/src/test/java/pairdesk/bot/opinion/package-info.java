@NullMarked
package pairdesk.bot.opinion;

import org.jspecify.annotations.NullMarked;
