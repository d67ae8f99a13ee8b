/**
 * Notices of the engine to messages: one message per execution, edited as it goes; repeats merged.
 */
@NullMarked
package pairdesk.bot.notify;

import org.jspecify.annotations.NullMarked;
