package pairdesk.sandbox.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.catalogue.Asks;
import pairdesk.sandbox.catalogue.Question;

/** What comes true: drawn once a question when it is first needed, the same for every listing. */
final class Outcomes {
  private final Beliefs beliefs;
  private final SplittableRandom random;
  private final Map<String, Boolean> answers = new HashMap<>();

  Outcomes(Beliefs beliefs, SplittableRandom random) {
    this.beliefs = beliefs;
    this.random = random;
  }

  /** What a YES share of this listing pays. */
  Price yesPays(Asks asks) {
    String id = asks.question().id();
    if (!answers.containsKey(id)) {
      draw(asks.question());
    }
    boolean yes = answers.getOrDefault(id, false);
    return yes != asks.inverted() ? Price.ONE : Price.ZERO;
  }

  private void draw(Question question) {
    List<Question> group = beliefs.group(question);
    if (group.size() == 1) {
      answers.put(question.id(), random.nextDouble() < beliefs.chance(question));
      return;
    }
    Question winner = winner(group);
    group.forEach(member -> answers.put(member.id(), member.equals(winner)));
  }

  private Question winner(List<Question> group) {
    double left = random.nextDouble();
    for (Question candidate : group) {
      left -= beliefs.chance(candidate);
      if (left < 0) {
        return candidate;
      }
    }
    return group.getLast();
  }
}
