package pairdesk.matching.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "above 24 launches                 | above 24",
        "more than $1.5 million            | above $1500000",
        "$150k or more                     | $150000 or more",
        "at least 6 cuts                   | 6 or more",
        "130+ seats                        | 130 or more",
        "dip to $80,000                    | $80000 or less",
        "fewer than 4 launches             | below 4",
        "44.5% or below                    | 44.5 % or less",
        "between 96000 and 98000           | 96000 to 98000",
        "16-18 launches                    | 16 to 18",
        "win 25-30% of the vote            | 25 to 30 %",
        "cut of 25 bps                     | 25 bps",
        "exactly 6                         | 6",
        "above -2.0%                       | above -2 %",
        "at least \u2212$5                  | $-5 or more",
        "\u2265 25 seats                       | 25 or more",
        "<= $5 million                     | $5000000 or less",
        "> 25 seats                        | above 25",
        "Nov 20 -27                        | 20",
        "between -1.5% and -0.5%           | -1.5 to -0.5 %",
      })
  void readsFiguresWithTheirComparators(String text, String label) {
    assertEquals(label, range(text).label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "above 149999.99      | reach 150000         | true",
        "above 24             | 25 or more           | true",
        "3 or below           | less than 4          | true",
        "20% to 24.9%         | 20-25%               | true",
        "above 160            | between 160 and 179  | false",
        "exactly 6            | 6 or more            | false",
        "above 96999.99       | above 98000          | false",
        "above 100            | below 100            | false",
        "above 2%             | above -2%            | false",
        "above -3             | -2 or more           | true",
      })
  void knowsWhenTheSameValuesSayYes(String left, String right, boolean same) {
    assertEquals(same, range(left).sameAs(range(right)));
    assertEquals(same, range(right).sameAs(range(left)));
  }

  @Test
  void knowsWhenOneRangeIsTheOthersOpposite() {
    assertTrue(range("above 24").complementOf(range("24 or less")));
    assertTrue(range("below $100,000").complementOf(range("$100,000 or more")));
    assertFalse(range("above 24").complementOf(range("above 24")));
    assertFalse(range("above 24").complementOf(range("20 or less")));
  }

  private static Range range(String text) {
    return NumberReader.read(Words.split(text), new BitSet()).getFirst();
  }
}
