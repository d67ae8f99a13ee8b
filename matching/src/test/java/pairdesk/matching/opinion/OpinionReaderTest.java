package pairdesk.matching.opinion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.matching.opinion.Opinion.Finding;
import pairdesk.matching.opinion.SecondReader.Answer;
import pairdesk.matching.review.Clause.Topic;

class OpinionReaderTest {

  @Test
  void takesTheKnownMembersAndIgnoresOthers() {
    Answer answer =
        OpinionReader.read(
            """
            {"finding": "different", "differing": ["instant", "source", "instant"], "score": 100,
             "sentence": "Noon\\nagainst five.", "approve": true}
            """,
            "reader-1");
    assertEquals(
        new Answer.Given(
            new Opinion(
                Finding.DIFFERENT,
                List.of(Topic.SOURCE, Topic.INSTANT),
                "Noon against five.",
                "reader-1")),
        answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not JSON at all | the answer is not JSON",
        "```json {} ``` | the answer is not JSON",
        "{\"finding\":\"same\",\"differing\":[],\"sentence\":\"a\"} and more | the answer is not JSON",
        "{\"differing\":[],\"sentence\":\"a\"} | the answer has no finding that is known",
        "{\"finding\":\"approved\",\"differing\":[],\"sentence\":\"a\"} | the answer has no finding that is known",
        "{\"finding\":\"same\",\"sentence\":\"a\"} | the answer does not list known clauses",
        "{\"finding\":\"same\",\"differing\":[\"colour\"],\"sentence\":\"a\"} | the answer does not list known clauses",
        "{\"finding\":\"same\",\"differing\":[],\"sentence\":\" \"} | the answer gives no reason",
        "[] | the answer has no finding that is known",
      })
  void whateverLacksAMemberIsNoOpinion(String written, String why) {
    assertEquals(new Answer.None(why), OpinionReader.read(written, "reader-1"));
  }

  @Test
  void cutsAReasonToAGlance() {
    String long140 = "x".repeat(5_000);
    Answer.Given given =
        assertInstanceOf(
            Answer.Given.class,
            OpinionReader.read(
                "{\"finding\":\"same\",\"differing\":[],\"sentence\":\"" + long140 + "\"}", "r"));
    assertTrue(given.opinion().sentence().length() <= 140);
  }

  @Test
  void readsWhatItWrites() {
    Opinion opinion = new Opinion(Finding.UNSURE, List.of(Topic.REVISIONS), "Half \"said\".", "r");
    assertEquals(
        new Answer.Given(opinion),
        OpinionReader.read(OpinionReader.written(opinion).toString(), "r"));
  }
}
