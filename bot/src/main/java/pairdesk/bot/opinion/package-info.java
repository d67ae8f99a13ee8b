/**
 * Second opinions on pairs by a language model: asked over an OpenAI-compatible endpoint, kept in a
 * file, paid for up to a limit a day. Off unless an endpoint is configured. Starts at {@link
 * pairdesk.bot.opinion.LanguageModelReader}.
 */
@NullMarked
package pairdesk.bot.opinion;

import org.jspecify.annotations.NullMarked;
