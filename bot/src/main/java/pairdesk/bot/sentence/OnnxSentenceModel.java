package pairdesk.bot.sentence;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An encoder in the ONNX format with BERT's inputs. Keeps the vectors of the sentences asked for
 * last: a market is compared with many others.
 */
final class OnnxSentenceModel implements LoadedModel {
  /** Ids of one sentence; titles have twenty or thirty. */
  private static final int LONGEST = 128;

  private static final int KEPT = 50_000;

  private final OrtEnvironment runtime;
  private final OrtSession session;
  private final WordPieces pieces;
  private final Map<String, float[]> kept =
      new LinkedHashMap<>(1_000, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > KEPT;
        }
      };

  private OnnxSentenceModel(OrtEnvironment runtime, OrtSession session, WordPieces pieces) {
    this.runtime = runtime;
    this.session = session;
    this.pieces = pieces;
  }

  /** Loads a model and tries it once; fails with a sentence for the person. */
  static OnnxSentenceModel open(SentenceModels.Files files) throws IOException {
    WordPieces pieces = WordPieces.read(files.vocabulary(), LONGEST);
    try {
      OrtEnvironment runtime = OrtEnvironment.getEnvironment();
      OrtSession session = runtime.createSession(files.model().toString());
      OnnxSentenceModel model = new OnnxSentenceModel(runtime, session, pieces);
      model.run("a market");
      return model;
    } catch (OrtException | IllegalArgumentException unusable) {
      throw new IOException(
          files.model() + " is no model of sentences: " + unusable.getMessage(), unusable);
    }
  }

  @Override
  public float[] vector(String sentence) {
    synchronized (kept) {
      float[] known = kept.get(sentence);
      if (known != null) {
        return known.clone();
      }
    }
    try {
      float[] vector = run(sentence);
      synchronized (kept) {
        kept.put(sentence, vector);
      }
      return vector.clone();
    } catch (OrtException failed) {
      throw new IllegalStateException("the model of sentences has failed", failed);
    }
  }

  private float[] run(String sentence) throws OrtException {
    long[] ids = pieces.ids(sentence);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = tensor(ids);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[ids.length])) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      for (String name : session.getInputNames()) {
        inputs.put(
            name,
            switch (name) {
              case "input_ids" -> input;
              case "attention_mask" -> mask;
              case "token_type_ids" -> types;
              default -> throw new IllegalArgumentException("it wants an input " + name);
            });
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return Vectors.unit(Vectors.sentence(result.get(0).getValue()));
      }
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(runtime, new long[][] {row});
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw new IllegalStateException("the model of sentences does not close", failed);
    }
  }
}
