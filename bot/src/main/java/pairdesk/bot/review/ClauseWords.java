package pairdesk.bot.review;

import java.util.Arrays;
import pairdesk.bot.text.Texts;
import pairdesk.matching.review.Clause;

/** What a stored clause is called in a language; as it was stored where this version knows none. */
final class ClauseWords {
  private ClauseWords() {}

  static String topic(CandidateText.Difference clause, Texts texts) {
    return Arrays.stream(Clause.Topic.values())
        .filter(topic -> topic.label().equals(clause.topic()))
        .findFirst()
        .map(topic -> texts.name("clause.topic", topic))
        .orElse(clause.topic());
  }

  static String verdict(CandidateText.Difference clause, Texts texts) {
    return Arrays.stream(Clause.Verdict.values())
        .filter(verdict -> verdict.name().equals(clause.verdict()))
        .findFirst()
        .map(verdict -> texts.name("clause.verdict", verdict))
        .orElse(clause.verdict());
  }
}
