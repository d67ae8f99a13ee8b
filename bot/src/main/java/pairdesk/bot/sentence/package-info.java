/**
 * A model of sentences in the ONNX format as one more feature of the matcher: words to pieces,
 * pieces through ONNX Runtime, their mean as the sentence's vector. Off unless a model is
 * configured. Starts at {@link pairdesk.bot.sentence.OnnxSentenceModel}.
 */
@NullMarked
package pairdesk.bot.sentence;

import org.jspecify.annotations.NullMarked;
