package pairdesk.bot.sentence;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Opens models. ONNX Runtime is large and most do without it, so it is not delivered: nothing here
 * refers to it before it is known to be there.
 */
public final class SentenceModels {
  private static final String RUNTIME = "ai.onnxruntime.OrtEnvironment";

  private SentenceModels() {}

  /**
   * Where a model lies.
   *
   * @param model an ONNX file
   * @param vocabulary its {@code vocab.txt}, a piece a line
   */
  public record Files(Path model, Path vocabulary) {}

  /**
   * Loads a model and tries it once.
   *
   * @throws IOException with a sentence for the person when a file is not what it should be, or
   *     ONNX Runtime is not installed
   */
  public static LoadedModel open(Files files) throws IOException {
    try {
      Class.forName(RUNTIME, false, SentenceModels.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new IOException(
          "a model of sentences needs ONNX Runtime: put onnxruntime-*.jar"
              + " (com.microsoft.onnxruntime:onnxruntime at Maven Central) into the folder lib",
          absent);
    }
    return OnnxSentenceModel.open(files);
  }
}
