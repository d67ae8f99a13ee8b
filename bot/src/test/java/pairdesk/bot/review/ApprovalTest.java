package pairdesk.bot.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;
import pairdesk.persistence.Pairs;

/** What an approval carries, who must give it, and what happens when the rules change after it. */
class ApprovalTest {
  private static final PairId PAIR = new PairId(1);
  private static final String APPROVE = "v1:approve:1:hash1";
  private static final String WITH = "v1:approve_with:1:hash1";

  private final Scene scene = new Scene();

  @BeforeEach
  void oneCandidate() {
    listed("Pays if it rains in Boston, by the airport's gauge, at noon.");
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    scene.run(scene.operator(), "find_matches");
  }

  private void listed(String rules) {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain?", rules));
    }
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Pairs.Listed listed() {
    return scene.rows.pairs().find(PAIR).orElseThrow();
  }

  private Caller another() {
    return scene.caller("oscar", "r2");
  }

  @Test
  void anOpenCardShowsWhatTheVenuesWouldPayNow() {
    scene.desk.atVenues.putAll(Samples.books(1, "0.38", "0.40", "0.53", "0.55"));
    scene.run(scene.operator(), "find_matches");
    Golden.check("card-with-edge", scene.messages.done.getLast().reply());
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"GERMAN", "CHINESE"})
  void theCardIsInTheLanguageOfTheChannel(Language language) {
    scene.desk.language = language;
    scene.desk.atVenues.putAll(Samples.books(1, "0.38", "0.40", "0.53", "0.55"));
    Answer found = scene.run(scene.operator(), "find_matches");
    Golden.check(
        "card-with-edge-" + language.tag(),
        Written.answer(found) + Written.answer(scene.messages.done.getLast().reply()));
  }

  @Test
  void theFormAsksForTermsAndTheCardShowsThem() {
    Answer.Form form = opened(scene.operator());
    assertTrue(scene.console.opensForm(scene.operator(), WITH));
    Answer card =
        send(scene.operator(), form, Map.of("max", "$250", "days", "30", "note", "small first"));
    Golden.check("approve-with-terms", Written.answer(form) + Written.answer(card));
    var terms = new Pair.Terms(Usd.ofDollars(250), Scene.NOW.plus(Duration.ofDays(30)));
    assertEquals(terms, listed().pair().terms());
    assertEquals(terms, ((OperatorRequest.ChangePair) scene.desk.asked.getFirst()).pair().terms());
    assertEquals(
        "PROPOSED → APPROVED, trades up to $250.00, until 2026-12-20T10:00:00Z: small first",
        scene.rows.audit().newest(1).getFirst().detail());
  }

  private Answer.Form opened(Caller caller) {
    return assertInstanceOf(Answer.Form.class, scene.console.button(caller, WITH, ""));
  }

  private Answer send(Caller caller, Answer.Form form, Map<String, String> lines) {
    return scene.console.form(caller, form.id().text(), lines);
  }

  @Test
  void aFormThatIsSentTooLateChangesNothingAndSaysSo() {
    Answer.Form form = opened(scene.operator());
    assertTrue(form.effect().contains("This question ends <t:"), form.effect());
    scene.clock.now = Scene.NOW.plus(Asked.LIFE).plusSeconds(1);
    String before = scene.stored();
    String answer = Written.answer(send(scene.operator(), form, Map.of("max", "250")));
    assertTrue(answer.contains("more than 60 s ago: nothing has changed"), answer);
    assertEquals(before, scene.stored());
    send(scene.operator(), opened(scene.operator()), Map.of("max", "250"));
    assertEquals(PairStatus.APPROVED, listed().pair().status(), "opened anew");
  }

  @Test
  void aFormIsSentInItsLastSecond() {
    Answer.Form form = opened(scene.operator());
    scene.clock.now = Scene.NOW.plus(Asked.LIFE);
    send(scene.operator(), form, Map.of("max", "250"));
    assertEquals(PairStatus.APPROVED, listed().pair().status());
  }

  @Test
  void aFormIsSentOnlyByWhomItWasOpenedFor() {
    Answer.Form form = opened(scene.operator());
    String before = scene.stored();
    String answer = Written.answer(send(another(), form, Map.of("max", "250")));
    assertTrue(answer.contains("You may not do this here."), answer);
    assertEquals(before, scene.stored());
    assertEquals("refused", scene.rows.audit().newest(1).getFirst().action());
  }

  @ParameterizedTest
  @ValueSource(strings = {WITH, APPROVE, "v1:reject:1:hash1"})
  void aFormThatNamesACardsButtonChangesNothing(String id) {
    String before = scene.stored();
    String answer = Written.answer(scene.console.form(scene.operator(), id, Map.of("max", "250")));
    assertTrue(answer.contains("out of date"), answer);
    assertEquals(before, scene.stored());
  }

  @Test
  void aFormOfOlderRulesChangesNothing() {
    Answer.Form form = opened(scene.operator());
    scene.matches.proposals.set(0, Samples.proposal(1, 91, "hash2"));
    scene.run(scene.operator(), "find_matches");
    send(scene.operator(), form, Map.of("max", "250"));
    assertEquals(PairStatus.PROPOSED, listed().pair().status());
  }

  @ParameterizedTest
  @CsvSource({"max, 0", "max, -5", "max, much", "days, 0", "days, 1001", "days, 1.5", "days, soon"})
  void termsThatCannotBeUsedChangeNothing(String line, String value) {
    Answer answer = send(scene.operator(), opened(scene.operator()), Map.of(line, value));
    assertTrue(Written.answer(answer).contains("`" + line + "` wants"), Written.answer(answer));
    assertEquals(PairStatus.PROPOSED, listed().pair().status());
  }

  @Test
  void largeTradesWantASecondPerson() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(500));
    Answer first = scene.console.button(scene.operator(), APPROVE, "");
    Answer again = scene.console.button(scene.operator(), APPROVE, "");
    assertEquals(List.of(), scene.desk.asked);
    Answer second = scene.console.button(another(), APPROVE, "");
    Golden.check(
        "second-approver", Written.answer(first) + Written.answer(again) + Written.answer(second));
    assertEquals(PairStatus.APPROVED, listed().pair().status());
    assertEquals(1, scene.desk.asked.size());
  }

  @Test
  void aRaisedLimitAsksTheSecondPersonAfterAll() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(1_000));
    scene.console.button(scene.operator(), APPROVE, "");
    assertEquals(PairStatus.APPROVED, listed().pair().status());
    var asked =
        (Answer.Reply) scene.run(scene.admin(), "set_limit", "limit", "one-trade", "value", "2000");
    assertTrue(Written.answer(asked).contains("1 pair that one person"), Written.answer(asked));
    scene.desk.asked.clear();
    scene.console.button(scene.admin(), asked.buttons().getFirst().id().text(), "");
    assertEquals(
        List.of(OperatorRequest.ChangePair.class, OperatorRequest.SetLimit.class),
        scene.desk.asked.stream().map(Object::getClass).toList(),
        "the pair is taken back before trades may be larger");
    assertEquals(PairStatus.PROPOSED, listed().pair().status());
    Golden.check("second-approver-later", scene.messages.done.getLast().reply());
    limitOfOneTrade(2_000);
    scene.console.button(scene.operator(), APPROVE, "");
    assertEquals(PairStatus.PROPOSED, listed().pair().status(), "the same person again");
    scene.console.button(another(), APPROVE, "");
    assertEquals(PairStatus.APPROVED, listed().pair().status());
  }

  @Test
  void whatTwoHaveApprovedIsNotAskedAgain() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(500));
    scene.console.button(scene.operator(), APPROVE, "");
    scene.console.button(another(), APPROVE, "");
    assertEquals(List.of(), second().takeBack());
    assertEquals(PairStatus.APPROVED, listed().pair().status());
  }

  @Test
  void ownTermsThatAreSmallEnoughWantNobodyElse() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(500));
    scene.run(scene.operator(), "approve_pair", "pair", "1", "max", "500");
    assertEquals(List.of(), second().takeBack(Usd.ofDollars(9_000)));
    assertEquals(PairStatus.APPROVED, listed().pair().status());
  }

  @Test
  void aSettingThatWasLoweredAsksWhenTheDeskStarts() {
    scene.console.button(scene.operator(), APPROVE, "");
    scene.run(scene.operator(), "pause_pair", "pair", "1");
    assertEquals(List.of(), second().takeBack());
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(500));
    assertEquals(List.of(PAIR), second().takeBack());
    assertEquals("olga", listed().firstApprover());
    assertEquals(List.of(), second().takeBack(), "once");
    assertEquals(
        "PAUSED → FIRST_APPROVAL: trades may be up to $1,000.00 now",
        scene.rows.audit().newest(1).getFirst().detail());
  }

  /** As the engine has it once it has taken the change. */
  private void limitOfOneTrade(long dollars) {
    EngineView.Desk old = scene.desk.view().desk();
    Limits raised = Dial.ONE_TRADE.set(Limits.DEFAULTS, Usd.ofDollars(dollars).e6());
    scene.desk.desk(
        new EngineView.Desk(
            old.controls(),
            new EngineView.SetLimits(raised, Limits.DEFAULTS),
            old.breakers(),
            old.venues(),
            old.markets(),
            old.books(),
            old.pairs()));
  }

  private SecondApproval second() {
    return new SecondApproval(scene.desk, scene.messages, Scene.PLACES);
  }

  @Test
  void smallTradesWantOne() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(500));
    scene.run(scene.operator(), "approve_pair", "pair", "1", "max", "500");
    assertEquals(PairStatus.APPROVED, listed().pair().status());
  }

  @Test
  void ofTwoPeoplesTermsTheTighterOnesHold() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(100));
    scene.run(scene.operator(), "approve_pair", "pair", "1", "max", "900", "days", "5");
    scene.run(another(), "approve_pair", "pair", "1", "max", "700", "days", "9");
    assertEquals(
        new Pair.Terms(Usd.ofDollars(700), Scene.NOW.plus(Duration.ofDays(5))),
        listed().pair().terms());
  }

  @Test
  void reactionsOfTwoPeopleAreAsGood() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(100));
    scene.console.reaction(scene.operator(), "m1", "✅");
    assertEquals(PairStatus.PROPOSED, listed().pair().status());
    scene.console.reaction(another(), "m1", "✅");
    assertEquals(PairStatus.APPROVED, listed().pair().status());
  }

  @Test
  void aFirstApprovalOfOlderRulesDoesNotCount() {
    scene.desk.secondApproverAbove = Optional.of(Usd.ofDollars(100));
    scene.console.button(scene.operator(), APPROVE, "");
    scene.matches.proposals.set(0, Samples.proposal(1, 91, "hash2"));
    scene.run(scene.operator(), "find_matches");
    scene.console.button(another(), "v1:approve:1:hash2", "");
    assertEquals(PairStatus.PROPOSED, listed().pair().status());
    assertEquals("oscar", listed().firstApprover());
  }

  @Test
  void changedRulesAreShownWithTheChange() {
    send(scene.operator(), opened(scene.operator()), Map.of("max", "250"));
    suspended();
    listed("Pays if it snows in Boston, by the airport's gauge, at noon or later.");
    scene.matches.proposals.set(0, Samples.proposal(1, 88, "hash2"));
    var again = new ChangedRules(scene.desk, scene.matches, scene.messages, Scene.PLACES);
    again.askAgain(listed().pair());
    Golden.check("changed-rules", scene.messages.done.getLast().reply());
    assertEquals(PairStatus.PROPOSED, listed().pair().status());
    assertEquals(Pair.Terms.NONE, listed().pair().terms());
    scene.console.reaction(scene.operator(), "m2", "✅");
    assertEquals(PairStatus.APPROVED, listed().pair().status());
    int posted = scene.messages.done.size();
    again.askAgain(listed().pair());
    assertEquals(posted, scene.messages.done.size(), "only what is suspended is asked about");
  }

  private void suspended() {
    scene
        .rows
        .pairs()
        .decide(
            new Pairs.Decision(
                PAIR,
                java.util.EnumSet.of(PairStatus.APPROVED),
                PairStatus.SUSPENDED,
                "",
                "a rule text was edited after approval",
                new Pairs.Request(scene.admin().actor(), "catalogue", "")),
            Scene.NOW);
  }
}
