package pairdesk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JournalDrainTest {
  @Test
  void bothDrain() throws IOException, SQLException {
    String table = JournalDrain.run(600, 1);
    assertTrue(
        table.matches("(?s).*\\| gaps with legs and verdicts \\| [\\d,]+ \\| [\\d,]+ .*"), table);
  }
}
