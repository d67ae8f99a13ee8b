package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.review.CandidateSheet;
import pairdesk.bot.scene.Scene;
import pairdesk.engine.market.PairId;
import pairdesk.persistence.Pairs;
import pairdesk.sandbox.demo.Patience;

/** Cards that an earlier version posted as embeds still decide, and become what cards are now. */
class OlderCardsTest {
  private static final PairId PAIR = new PairId(1);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @SuppressWarnings("NullAway.Init")
  private Person operator;

  @SuppressWarnings("NullAway.Init")
  private String card;

  @BeforeEach
  void oneOldCard() throws InterruptedException {
    desk = new Desk();
    operator = desk.person("operator");
    operator.command("find_matches", Map.of());
    Pairs.Listed listed = desk.scene.rows.pairs().find(PAIR).orElseThrow();
    Answer.Reply sheet = CandidateSheet.of(desk.scene.desk, listed, desk.scene.desk.texts());
    var buttons = new ArrayList<Button>();
    for (String action : List.of("approve", "approve_with", "reject")) {
      buttons.add(
          new Button(ButtonId.of(action, PAIR, "hash1"), action, Button.Style.SECONDARY, true));
    }
    buttons.addAll(sheet.buttons());
    String channel = Desk.PLACES.deskChannel();
    card =
        desk.messenger
            .post(channel, new Answer.Reply(sheet.card(), buttons, Answer.Audience.CHANNEL))
            .orElseThrow();
    desk.scene.rows.pairs().cardPosted(PAIR, channel, card, Scene.NOW);
    assertEquals(1, operator.message(card).path("embeds").size());
  }

  @AfterEach
  void close() {
    operator.close();
    desk.close();
  }

  private void becomesACardOfNow(String wanted) {
    Patience.untilTrue(
        "the card to say so", LIMIT, () -> Seen.text(operator.message(card)).contains(wanted));
    JsonNode now = operator.message(card);
    assertEquals(0, now.path("embeds").size(), now::toPrettyString);
    assertTrue(Seen.text(now).startsWith("### Pair 1 · "), Seen.text(now));
  }

  @Test
  void aReactionDecides() {
    operator.react(card, "❌");
    becomesACardOfNow("rejected by operator");
  }

  @Test
  void aButtonDecides() {
    operator.press(operator.message(card), "v1:approve:1:hash1");
    becomesACardOfNow("approved by operator");
  }

  @Test
  void theFormBehindAButtonDecides() {
    JsonNode form = operator.press(operator.message(card), "v1:approve_with:1:hash1");
    operator.submit(
        form.path("interaction_id").asText(), Map.of("max", "250", "days", "", "note", ""));
    becomesACardOfNow("trades up to $250.00");
  }

  @Test
  void itsDetailsAreShownAndItStays() {
    JsonNode details = operator.press(operator.message(card), "v1:details:1:hash1");
    assertTrue(Seen.text(details).contains("(only you) # Pair 1 · both rules"), Seen.text(details));
    assertEquals(1, operator.message(card).path("embeds").size());
  }

  @Test
  void whatIsFoundAgainIsBroughtUpToDate() {
    operator.command("find_matches", Map.of());
    becomesACardOfNow("proposed");
  }
}
