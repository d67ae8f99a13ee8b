package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;

/** /audit, page by page. */
class AuditPagesTest {
  private static final int ROWS = 40;

  private final Scene scene = new Scene();

  @BeforeEach
  void forty() {
    for (int n = 1; n <= ROWS; n++) {
      scene.run(scene.operator(), "halt", "reason", "number " + n);
    }
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Answer.Reply asked() {
    return (Answer.Reply) scene.run(scene.admin(), "audit");
  }

  private Answer.Reply press(Button button) {
    return (Answer.Reply) scene.console.button(scene.admin(), button.id().text(), "");
  }

  @Test
  void showsTheNewestFirstAndWhereOneStands() {
    Golden.check("audit", asked());
  }

  @Test
  void turnsPagesInPlaceToTheEnd() {
    Answer.Reply page = asked();
    for (int n = 2; n <= 3; n++) {
      page = press(page.buttons().getLast());
      assertEquals(Answer.Audience.IN_PLACE, page.audience());
      assertEquals(n + "/3", page.buttons().get(1).label());
    }
    assertFalse(page.buttons().getLast().enabled());
    assertTrue(
        page.card().text().contains("number 1\n") || page.card().text().endsWith("number 1"));
  }

  @Test
  void pagesStayAsTheyWereWhenRowsCome() {
    Answer.Reply first = asked();
    String second = Written.answer(press(first.buttons().getLast()));
    scene.run(scene.operator(), "halt", "reason", "one more");
    assertEquals(second, Written.answer(press(first.buttons().getLast())));
  }

  @Test
  void aListOfPairsTurnsItsPagesAndKeepsWhatWasAskedFor() {
    for (int n = 1; n <= 30; n++) {
      for (var id : List.of(Samples.kalshi(n), Samples.polymarket(n))) {
        scene.desk.markets.put(id, Samples.market(id, "Rain?", "Pays if it rains."));
      }
      scene.matches.proposals.add(Samples.proposal(n, 91, "hash" + n));
    }
    scene.run(scene.operator(), "scan");
    scene.run(scene.operator(), "find_matches", "limit", "1");
    var first = (Answer.Reply) scene.run(scene.viewer(), "list_pairs", "state", "pending");
    ButtonId next = first.buttons().getLast().id();
    assertEquals("v1:list_pairs:state=pending:2", next.text());
    String second = Written.answer(scene.console.button(scene.viewer(), next.text(), ""));
    assertTrue(second.contains("30 pairs · pending") && second.contains("2/2"), second);
    for (String id :
        List.of("v1:list_pairs", "v1:list_pairs:state:1", "v1:list_pairs:state=odd:1")) {
      String answer = Written.answer(scene.console.button(scene.viewer(), id, ""));
      assertTrue(answer.contains("Not done"), answer);
    }
  }

  @Test
  void aChangedRowBreaksTheChain() {
    scene.tamper("alter table operator_action disable trigger operator_action_is_append_only");
    scene.tamper("update operator_action set detail = 'nothing' where id = 7");
    String answer = Written.answer(asked());
    assertTrue(answer.contains("⛔ broken at row 7"), answer);
  }

  @Test
  void aButtonOfNothingIsOutOfDate() {
    for (String id : List.of("v1:audit", "v1:audit:40", "v1:audit:40:x", "v1:audit:x:1")) {
      String answer = Written.answer(scene.console.button(scene.admin(), id, ""));
      assertTrue(answer.contains("out of date"), answer);
    }
  }
}
