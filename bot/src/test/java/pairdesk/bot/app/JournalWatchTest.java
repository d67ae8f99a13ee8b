package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.notice.Notice;
import pairdesk.persistence.PostgresJournal.State;

class JournalWatchTest {
  private static final Duration LATE = Duration.ofSeconds(3);

  private final List<EngineEvent> events = new ArrayList<>();
  private final List<Notice.Alarm> told = new ArrayList<>();
  private State state = new State(Duration.ZERO, 0, List.of());
  private final JournalWatch watch =
      new JournalWatch(
          () -> state,
          events::add,
          notice -> told.add((Notice.Alarm) notice),
          InstantSource.fixed(Instant.EPOCH));

  @Test
  void tellsTheEngineOfTheBacklogAndOfWhatWasRefused() {
    look(new State(LATE, 0, List.of("FillBooked (x)")));
    assertEquals(
        List.of(new EngineEvent.RowRefused("FillBooked (x)"), new EngineEvent.JournalLag(LATE)),
        events);
    assertEquals(List.of(), told);
  }

  @Test
  void tellsPeopleOnceThatRowsAreLeftOutAndOnceHowMany() {
    look(new State(LATE, 4, List.of()));
    look(new State(LATE, 4, List.of()));
    look(new State(LATE, 9, List.of()));
    look(new State(Duration.ZERO, 9, List.of()));
    look(new State(Duration.ZERO, 9, List.of()));
    assertEquals(
        List.of("journal-shedding", "journal-caught-up"),
        told.stream().map(Notice.Alarm::code).toList());
    assertEquals(
        "The database keeps up again. 9 rows about opportunities were left out; everything else is"
            + " written.",
        told.getLast().text());
    look(new State(LATE, 11, List.of()));
    look(new State(Duration.ZERO, 11, List.of()));
    assertEquals(4, told.size());
    assertEquals(true, told.getLast().text().contains(" 2 rows "));
  }

  private void look(State next) {
    state = next;
    watch.look();
  }
}
