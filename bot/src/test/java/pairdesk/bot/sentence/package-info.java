@NullMarked
package pairdesk.bot.sentence;

import org.jspecify.annotations.NullMarked;
