package pairdesk.bot.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Tone;
import pairdesk.bot.scene.Messages;
import pairdesk.bot.scene.Scene;

class StatusBoardTest {
  private final Scene scene = new Scene();
  private final Messages messages = scene.messages;
  private int shown;

  @AfterEach
  void close() {
    scene.close();
  }

  /** As after every start of the desk. */
  private StatusBoard board() {
    return new StatusBoard(
        messages,
        scene.rows.boards(),
        Scene.PLACES,
        () -> Card.of(Tone.GOOD, "Status " + ++shown, ""),
        Duration.ofDays(1));
  }

  private List<String> done() {
    return messages.done.stream()
        .map(done -> done.kind() + " " + done.message() + " " + done.reply().card().title())
        .toList();
  }

  @Test
  void postsAndPinsOnceAndThenEditsOverRestarts() {
    var board = board();
    board.step();
    board.step();
    board().step();
    assertEquals(List.of("post m1 Status 1", "edit m1 Status 2", "edit m1 Status 3"), done());
    assertEquals(List.of("m1"), messages.pinned);
  }

  @Test
  void postsAnewWhenSomebodyDeletedIt() {
    var board = board();
    board.step();
    messages.gone.add("m1");
    board.step();
    board.step();
    assertEquals(List.of("post m1 Status 1", "post m2 Status 2", "edit m2 Status 3"), done());
    assertEquals(List.of("m1", "m2"), messages.pinned);
  }

  @Test
  void goesOnWithTheSameWhenDiscordWasDown() {
    var board = board();
    board.step();
    messages.down = true;
    board.step();
    messages.down = false;
    board.step();
    assertEquals(List.of("post m1 Status 1", "edit m1 Status 3"), done());
  }
}
