package pairdesk.sandbox.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pairdesk.sandbox.catalogue.Question;

/**
 * The hidden chance of every question: a random walk of its log-odds that is drawn back to where it
 * began. Questions of a group share one dollar.
 */
final class Beliefs {
  private static final double PULL_PER_SECOND = 1.0 / 600;
  private static final double STEP_PER_ROOT_SECOND = 0.01;

  private final SplittableRandom random;
  private final Map<String, Walk> walks = new LinkedHashMap<>();
  private final Map<String, List<Walk>> groups = new HashMap<>();

  private static final class Walk {
    final Question question;
    final double home;
    double logOdds;

    Walk(Question question, double home) {
      this.question = question;
      this.home = home;
      this.logOdds = home;
    }
  }

  Beliefs(SplittableRandom random) {
    this.random = random;
  }

  void add(Question question) {
    if (walks.containsKey(question.id())) {
      return;
    }
    double share = Math.clamp(question.percent(), 1, 99) / 100.0;
    boolean alone = question.group().isEmpty();
    var walk = new Walk(question, Math.log(alone ? share / (1 - share) : share));
    walks.put(question.id(), walk);
    if (!alone) {
      groups.computeIfAbsent(question.group(), _ -> new ArrayList<>()).add(walk);
    }
  }

  void step(double seconds) {
    for (Walk walk : walks.values()) {
      walk.logOdds +=
          (walk.home - walk.logOdds) * PULL_PER_SECOND * seconds
              + random.nextGaussian() * STEP_PER_ROOT_SECOND * Math.sqrt(seconds);
    }
  }

  double chance(Question question) {
    Walk walk = walk(question);
    if (question.group().isEmpty()) {
      return 1 / (1 + Math.exp(-walk.logOdds));
    }
    double sum = 0;
    for (Walk member : groups.getOrDefault(question.group(), List.of())) {
      sum += Math.exp(member.logOdds);
    }
    return Math.exp(walk.logOdds) / sum;
  }

  /** All questions that exclude this one, itself included; only itself when it stands alone. */
  List<Question> group(Question question) {
    return question.group().isEmpty()
        ? List.of(question)
        : groups.getOrDefault(question.group(), List.of()).stream().map(w -> w.question).toList();
  }

  private Walk walk(Question question) {
    Walk walk = walks.get(question.id());
    if (walk == null) {
      throw new IllegalArgumentException("nobody believes anything about " + question.id());
    }
    return walk;
  }
}
