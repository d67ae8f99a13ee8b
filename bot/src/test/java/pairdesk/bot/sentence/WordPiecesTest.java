package pairdesk.bot.sentence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPiecesTest {
  private static final List<String> VOCABULARY =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "will", "it", "rain", "##fall", "##s", "?", "$", "5");
  private static final WordPieces PIECES = new WordPieces(VOCABULARY, 8);

  private static void assertIds(String sentence, long... ids) {
    assertArrayEquals(ids, PIECES.ids(sentence));
  }

  @Test
  void splitsWordsIntoTheLongestPieces() {
    assertIds("rain rains rainfall rainfalls", 2, 6, 6, 8, 6, 7, 6, 3);
  }

  @Test
  void caseAccentsAndControlCharactersMeanNothing() {
    assertIds("WILL\u0000 \u202eít rain", 2, 4, 5, 6, 3);
  }

  @Test
  void signsStandAlone() {
    assertIds("rain?$5", 2, 6, 9, 10, 11, 3);
  }

  @Test
  void aWordWithoutPiecesIsUnknownAsAWhole() {
    assertIds("rainbow it", 2, 1, 5, 3);
    assertIds("rain" + "s".repeat(200), 2, 1, 3);
  }

  @Test
  void aLongSentenceIsCutAndStillEnds() {
    assertIds("it it it it it it it it it it", 2, 5, 5, 5, 5, 5, 5, 3);
  }

  @Test
  void nothingHasABeginningAndAnEnd() {
    assertIds("", 2, 3);
    assertIds(" \n", 2, 3);
  }

  @Test
  void refusesAFileThatIsNoVocabulary(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("vocab.txt"), "{\"a\": 1}\n");
    var problem = assertThrows(IOException.class, () -> WordPieces.read(file, 8));
    assertEquals(file + ": a vocabulary of word pieces has a line [UNK]", problem.getMessage());
  }
}
