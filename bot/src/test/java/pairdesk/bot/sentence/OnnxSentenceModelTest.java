package pairdesk.bot.sentence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real runtime with a model of a few numbers. */
class OnnxSentenceModelTest {
  private static final float[][] TABLE = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {3, 0}, {0, 3}};

  @TempDir private Path folder;
  private Path vocabulary = Path.of("");

  @BeforeEach
  void writeVocabulary() throws IOException {
    vocabulary =
        Files.write(
            folder.resolve("vocab.txt"),
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "rain", "snow"));
  }

  private LoadedModel open(Path model) throws IOException {
    return SentenceModels.open(new SentenceModels.Files(model, vocabulary));
  }

  @Test
  void aSentenceIsTheMeanOfItsPiecesAtLengthOne() throws IOException {
    Path file = TinyModel.write(folder.resolve("tiny.onnx"), "input_ids", TABLE);
    try (LoadedModel model = open(file)) {
      float half = (float) Math.sqrt(0.5);
      assertArrayEquals(new float[] {1, 0}, model.vector("Rain"), 1e-6f);
      assertArrayEquals(new float[] {half, half}, model.vector("rain snow"), 1e-6f);
      assertArrayEquals(model.vector("rain snow"), model.vector("snow rain"), 1e-6f);
      assertArrayEquals(new float[] {0, 0}, model.vector("hail"), 1e-6f);
    }
  }

  @Test
  void whoeverChangesAVectorChangesHisOwn() throws IOException {
    Path file = TinyModel.write(folder.resolve("tiny.onnx"), "input_ids", TABLE);
    try (LoadedModel model = open(file)) {
      model.vector("rain")[0] = 7;
      assertArrayEquals(new float[] {1, 0}, model.vector("rain"), 1e-6f);
    }
  }

  @Test
  void aModelWithOtherInputsIsRefusedAtTheStart() throws IOException {
    Path file = TinyModel.write(folder.resolve("tiny.onnx"), "pixels", TABLE);
    var problem = assertThrows(IOException.class, () -> open(file));
    assertEquals(
        file + " is no model of sentences: it wants an input pixels", problem.getMessage());
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("tiny.onnx"), "hello");
    var problem = assertThrows(IOException.class, () -> open(file));
    assertTrue(
        String.valueOf(problem.getMessage()).startsWith(file + " is no model of sentences: "),
        problem::toString);
  }

  /** In a class path like the delivered one. */
  @Test
  void withoutTheLibraryItSaysWhatToDo() throws Exception {
    List<URL> delivered = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("onnxruntime")) {
        delivered.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader bare =
        new URLClassLoader(delivered.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> files = bare.loadClass(SentenceModels.Files.class.getName());
      Object absent = files.getConstructors()[0].newInstance(folder, vocabulary);
      Method open = bare.loadClass(SentenceModels.class.getName()).getMethod("open", files);
      var problem = assertThrows(InvocationTargetException.class, () -> open.invoke(null, absent));
      assertTrue(
          String.valueOf(problem.getCause()).contains("put onnxruntime-*.jar"),
          String.valueOf(problem.getCause()));
    }
  }
}
