/**
 * What the console says, in every language that it speaks. A text is found by its key in {@code
 * Texts.properties} (English) and its siblings; the code knows keys and never words.
 */
@NullMarked
package pairdesk.bot.text;

import org.jspecify.annotations.NullMarked;
