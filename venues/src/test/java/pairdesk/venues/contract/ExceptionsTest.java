package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionsTest {
  private static final Finding FINDING =
      new Finding("kalshi GET /markets 200", "markets[].new: unknown", "1");

  @Test
  void aStarStandsForAnythingWithin() {
    var exceptions = Exceptions.parse("kalshi GET * 200 | *.new: unknown | seen");
    assertEquals(List.of(), exceptions.judge(List.of("kalshi"), List.of(FINDING)));
  }

  @Test
  void namesAFindingWithoutAnException() {
    var exceptions = Exceptions.parse("# none");
    assertEquals(
        List.of("not as described: kalshi GET /markets 200 | markets[].new: unknown <- 1"),
        exceptions.judge(List.of("kalshi"), List.of(FINDING)));
  }

  @Test
  void namesAnExceptionWithoutAFinding() {
    var exceptions = Exceptions.parse("kalshi GET /markets 2* | old: unknown | gone");
    assertEquals(
        List.of("exception without a finding: kalshi GET /markets 2* | old: unknown"),
        exceptions.judge(List.of("kalshi"), List.of()));
  }

  @Test
  void leavesOtherVenuesExceptionsAlone() {
    var exceptions = Exceptions.parse("gamma GET /markets 200 | old: unknown | gone");
    assertEquals(List.of(), exceptions.judge(List.of("kalshi"), List.of()));
  }

  @Test
  void wantsAReason() {
    assertThrows(IllegalStateException.class, () -> Exceptions.parse("kalshi GET / | x | "));
  }
}
